package io.guanxi.infra.system.isolation;

import io.guanxi.infra.system.support.RunningSystem;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A request written by hand, since no library sends what attackers do, and the head of its answer. */
record Wire(List<String> head) {

    private static final int PATIENCE_MILLIS = 60_000;

    /**
     * @param target what stands between method and version in the first line
     * @param lines  headers; without one, the host is the product's own
     */
    static Wire get(RunningSystem system, String target, String... lines) throws IOException {
        URI place = URI.create(system.url());
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\n");
        if (lines.length == 0 || !lines[0].startsWith("Host:")) {
            request.append("Host: ").append(place.getAuthority()).append("\r\n");
        }
        for (String line : lines) {
            request.append(line).append("\r\n");
        }
        request.append("Connection: close\r\n\r\n");
        try (Socket socket = new Socket(place.getHost(), place.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            return new Wire(head(socket.getInputStream()));
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        String all = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        return List.of((end < 0 ? all : all.substring(0, end)).split("\r\n"));
    }

    int status() {
        String[] words = head.get(0).split(" ");
        return words.length < 2 ? 0 : Integer.parseInt(words[1]);
    }

    /** Every value of a header. */
    List<String> all(String name) {
        return head.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    Optional<String> location() {
        return all("Location").stream().findFirst();
    }
}
