package io.guanxi.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Whether Keycloak answers, asked at most every few seconds: nobody is sent to a log-in page that is not there. */
@ApplicationScoped
public class Reachability {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private IdentitySettings settings;
    private Instant askedAt = Instant.EPOCH;
    private boolean answered;

    protected Reachability() {}

    @Inject
    public Reachability(IdentitySettings settings) {
        this.settings = settings;
    }

    synchronized boolean answers() {
        Instant now = Instant.now();
        if (askedAt.plus(TRUSTED).isBefore(now)) {
            answered = ask();
            askedAt = now;
        }
        return answered;
    }

    private boolean ask() {
        HttpRequest request = HttpRequest.newBuilder(settings.endpoint("certs"))
                .timeout(TIMEOUT)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
