package io.guanxi.infra.stack;

import io.guanxi.infra.settings.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/** Looks at TCP ports of this machine. */
public final class Ports {

    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** Whether something listens on a port of the loopback address. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    /**
     * Whether the server on a port of the loopback address begins to talk, as databases do: one that is still being
     * started may listen already and say nothing.
     */
    static boolean greets(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            socket.setSoTimeout(CONNECT_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    /**
     * Makes sure that a part can have its ports.
     *
     * @throws PartFailed naming the port, the part and the variable that moves it
     */
    static void requireFree(Part part) {
        for (Map.Entry<Setting, Integer> port : part.ports().entrySet()) {
            if (!isFree(port.getValue())) {
                throw new PartFailed(
                        "port.used",
                        port.getValue().toString(),
                        part.name(),
                        port.getKey().variable());
            }
        }
    }

    /** A port that was free a moment ago, for runs that do not care which one they get. */
    public static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        if (answers(port)) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
