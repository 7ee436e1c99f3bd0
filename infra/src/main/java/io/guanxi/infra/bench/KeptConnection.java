package io.guanxi.infra.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One HTTP/1.1 connection that is kept open. It understands what the server sends and no more: the client must cost little. */
final class KeptConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int BUFFER = 64 * 1024;
    private static final int HEXADECIMAL = 16;

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;

    /** What the server answered. */
    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    KeptConnection(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Sends a request and waits for its whole answer. */
    Answer send(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket(host, port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        }
        try {
            socket.getOutputStream().write(request);
            return read();
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private Answer read() throws IOException {
        String statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(java.util.Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {
                    // Of no concern here.
                }
            }
        }
        Answer answer = new Answer(status, chunked ? chunks() : bytes(length));
        if (last) {
            close();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER);
        int size = Integer.parseInt(line().strip(), HEXADECIMAL);
        while (size > 0) {
            body.write(bytes(size));
            line();
            size = Integer.parseInt(line().strip(), HEXADECIMAL);
        }
        line();
        return body.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
