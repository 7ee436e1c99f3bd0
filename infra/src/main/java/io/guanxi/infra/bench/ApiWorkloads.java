package io.guanxi.infra.bench;

import io.guanxi.infra.bench.Workload.Exchange;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** What is measured: reads, lists, searches and writes over REST, and the list page, each answer checked. */
final class ApiWorkloads {

    private static final String FIELDS = "&fields=name,city,country&limit=50";

    private final URI server;
    private final String[] ids;
    private final String credentials;
    private final AtomicLong created = new AtomicLong(System.currentTimeMillis());

    /**
     * @param ids         of the accounts to read, in outer form
     * @param credentials the header line that lets the requests in
     */
    ApiWorkloads(URI server, String[] ids, String credentials) {
        this.server = server;
        this.ids = ids;
        this.credentials = credentials;
    }

    Workload hello() {
        return new Workload("hello", random -> get("/api/bench/hello", answer -> contains(answer, "world")));
    }

    Workload plainJdbc() {
        return new Workload("plain JDBC by id", random -> {
            String id = ids[random.nextInt(ids.length)];
            return get("/api/bench/account?id=" + id, answer -> contains(answer, "\"id\":\"" + id + "\""));
        });
    }

    Workload read() {
        return new Workload("GET by id", random -> {
            String id = ids[random.nextInt(ids.length)];
            return get("/api/v1/accounts/" + id, answer -> contains(answer, "\"id\":\"" + id + "\""));
        });
    }

    Workload list() {
        return new Workload("list of 50 by name prefix", random -> {
            String prefix = new Vocabulary(random).prefix();
            return get(
                    "/api/v1/accounts?filter=" + encode("name==" + prefix + "*") + FIELDS + "&sort=name",
                    answer -> items(answer, prefix) > 0);
        });
    }

    Workload search() {
        return new Workload("contains-search, 50", random -> {
            String piece = new Vocabulary(random).piece();
            return get("/api/v1/accounts?q=" + encode(piece) + FIELDS, answer -> items(answer, piece) > 0);
        });
    }

    Workload create() {
        return new Workload("create, checked for duplicates", this::creation);
    }

    Workload page() {
        return page("HTML list page");
    }

    /** The same for somebody who sees some of the records and not every field of them. */
    Workload narrowPage() {
        return page("HTML list page, narrow role");
    }

    private Workload page(String name) {
        return new Workload(
                name,
                random -> get(
                        "/app/accounts",
                        answer -> contains(answer, "</html>")
                                && answer.text().contains("/app/accounts/" + ids[0].substring(0, 2))));
    }

    List<Workload> rest() {
        return List.of(hello(), plainJdbc(), read(), list(), search(), create());
    }

    private Exchange creation(Random random) {
        long number = created.incrementAndGet();
        Vocabulary words = new Vocabulary(random);
        String name = words.company(random.nextInt(1_000_000)) + " " + number % 10_000_000;
        String body = "{\"name\":\"" + name + "\",\"type\":\"prospect\",\"phones\":[{\"label\":\"work\","
                + "\"number\":\"+4940" + number % 10_000_000 + "\"}],\"emails\":[{\"label\":\"work\",\"address\":\"new"
                + number + "@bench.example\"}],\"addresses\":[{\"label\":\"billing\",\"city\":\"Hamburg\",\"country\":"
                + "\"DE\"}]}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        // Looks for the id of the other system before it creates.
        String head = head("PUT", "/api/v1/accounts/by-external-id/bench/new-" + number)
                + "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        byte[] request = concat(head.getBytes(StandardCharsets.ISO_8859_1), bytes);
        return new Exchange(
                request, answer -> answer.status() == 201 && answer.text().contains(name));
    }

    private Exchange get(String path, Function<KeptConnection.Answer, Boolean> isRight) {
        return new Exchange((head("GET", path) + "\r\n").getBytes(StandardCharsets.ISO_8859_1), isRight);
    }

    private String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + server.getHost() + ":" + server.getPort() + "\r\n"
                + credentials + "\r\n";
    }

    private static boolean contains(KeptConnection.Answer answer, String text) {
        return answer.status() == 200 && answer.text().contains(text);
    }

    /** How many records an answer lists; -1 when it is no list or none of them can have been meant. */
    private static int items(KeptConnection.Answer answer, String piece) {
        String text = answer.text();
        if (answer.status() != 200
                || !text.toLowerCase(java.util.Locale.ROOT).contains(piece.toLowerCase(java.util.Locale.ROOT))) {
            return -1;
        }
        int items = 0;
        for (int at = text.indexOf("\"id\":\""); at >= 0; at = text.indexOf("\"id\":\"", at + 1)) {
            items++;
        }
        return items;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] whole = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        return whole;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
