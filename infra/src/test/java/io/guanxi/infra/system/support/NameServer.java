package io.guanxi.infra.system.support;

import io.guanxi.infra.settings.Setting;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The name service that the product asks for texts, with the few that a test puts in (RFC 1035, section 4). */
public final class NameServer implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int ANSWER = 0x8580;
    private static final int NO_SUCH_NAME = 3;
    private static final int TXT = 16;
    private static final int INTERNET = 1;
    private static final int POINTER_TO_QUESTION = 0xc00c;

    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
    private final DatagramSocket socket;

    /** Serves at the address that the product was told. */
    public NameServer(RunningSystem system) {
        String[] place = system.settings().get(Setting.DNS).split(":");
        try {
            socket = new DatagramSocket(
                    new InetSocketAddress(InetAddress.getByName(place[0]), Integer.parseInt(place[1])));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread server = new Thread(this::serve, "name-server");
        server.setDaemon(true);
        server.start();
    }

    /** What stands under a name from now on. */
    public void put(String name, String... values) {
        texts.put(name.toLowerCase(Locale.ROOT), List.of(values));
    }

    private void serve() {
        byte[] buffer = new byte[1024];
        while (!socket.isClosed()) {
            try {
                DatagramPacket asked = new DatagramPacket(buffer, buffer.length);
                socket.receive(asked);
                byte[] answer = answer(Arrays.copyOf(buffer, asked.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
            } catch (SocketException closed) {
                return;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private byte[] answer(byte[] query) throws IOException {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (query[at] != 0) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII));
            at += query[at] + 1;
        }
        int end = at + 5;
        List<String> found = texts.getOrDefault(name.toString().toLowerCase(Locale.ROOT), List.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(query, 0, 2);
        out.writeShort(found.isEmpty() ? ANSWER | NO_SUCH_NAME : ANSWER);
        out.writeShort(1);
        out.writeShort(found.size());
        out.writeInt(0);
        out.write(query, HEADER, end - HEADER);
        for (String text : found) {
            out.writeShort(POINTER_TO_QUESTION);
            out.writeShort(TXT);
            out.writeShort(INTERNET);
            out.writeInt(0);
            out.writeShort(text.length() + 1);
            out.writeByte(text.length());
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
