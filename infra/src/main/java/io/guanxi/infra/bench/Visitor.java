package io.guanxi.infra.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Follows links and sends forms as a browser does. Cookies go by host and port, {@code Secure} ones over loopback too. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();

    /** The page an address leads to. */
    HttpResponse<String> open(URI address) throws IOException, InterruptedException {
        return follow(send(HttpRequest.newBuilder(address)));
    }

    /** The page a form leads to. */
    HttpResponse<String> submit(URI address, String form) throws IOException, InterruptedException {
        return follow(send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
    }

    /** Value of the {@code Cookie} header for an address. */
    String cookies(URI address) {
        return cookies.getOrDefault(address.getAuthority(), Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> answer = first;
        for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
            String location = answer.headers().firstValue("Location").orElseThrow();
            answer = send(HttpRequest.newBuilder(answer.uri().resolve(location)));
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        URI address = builder.build().uri();
        if (cookies.containsKey(address.getAuthority())) {
            builder.header("Cookie", cookies(address));
        }
        HttpResponse<String> answer =
                http.send(builder.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            cookies.computeIfAbsent(address.getAuthority(), key -> new TreeMap<>())
                    .put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return answer;
    }
}
