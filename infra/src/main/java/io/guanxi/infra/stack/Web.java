package io.guanxi.infra.stack;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks the parts that speak HTTP whether they serve. */
final class Web {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Web() {}

    /** Whether an address answers 200. */
    static boolean answersOk(URI address) {
        return get(address).isPresent();
    }

    /**
     * The body at an address, after following redirects with a cookie jar of its own; empty when it cannot be reached
     * or answers anything but 200.
     */
    static Optional<String> get(URI address) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new CookieManager())
                .build();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "text/html, application/json")
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
