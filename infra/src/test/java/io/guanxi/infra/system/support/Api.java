package io.guanxi.infra.system.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The REST interface as one caller sees it. Addresses without a slash in front stand under {@code /api/v1/}. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private static final UnaryOperator<JsonNode> AS_GIVEN = UnaryOperator.identity();

    private final String url;
    private final Supplier<Optional<String>> token;
    private final UnaryOperator<JsonNode> change;

    Api(String url, Supplier<Optional<String>> token) {
        this(url, token, AS_GIVEN);
    }

    private Api(String url, Supplier<Optional<String>> token, UnaryOperator<JsonNode> change) {
        this.url = url;
        this.token = token;
        this.change = change;
    }

    /** The same caller, whose bodies in JSON are changed before they are sent. */
    public Api changing(UnaryOperator<JsonNode> bodies) {
        return new Api(url, token, bodies);
    }

    public Answer get(String address) {
        return request("GET", address).send();
    }

    public Answer post(String address, Object json) {
        return request("POST", address).json(json).send();
    }

    /** A merge patch of whatever version there is. */
    public Answer patch(String address, Object json) {
        return request("PATCH", address)
                .mergePatch(json)
                .header("If-Match", "*")
                .send();
    }

    public Answer put(String address, Object json) {
        return request("PUT", address).json(json).send();
    }

    public Answer delete(String address) {
        return request("DELETE", address).send();
    }

    /** A request to be completed. */
    public Request request(String method, String address) {
        return new Request(method, address);
    }

    private String changed(String text) throws JsonProcessingException {
        JsonNode sent;
        try {
            sent = JSON.readTree(text);
        } catch (JsonProcessingException meantToBeWrong) {
            return text;
        }
        JsonNode changed = change.apply(sent.deepCopy());
        return changed.equals(sent) ? text : JSON.writeValueAsString(changed);
    }

    /** Every item of a list, page by page. */
    public List<JsonNode> all(String address) {
        List<JsonNode> items = new ArrayList<>();
        String separator = address.contains("?") ? "&" : "?";
        String cursor = "";
        do {
            JsonNode page = get(address + cursor).expect(200).json();
            page.path("items").forEach(items::add);
            JsonNode next = page.path("nextCursor");
            cursor = next.isNull() ? null : separator + "cursor=" + encoded(next.asText());
        } while (cursor != null);
        return items;
    }

    /** A text as it may stand in a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One request. */
    public final class Request {

        private final String shown;
        private final HttpRequest.Builder builder;
        private final String method;
        private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

        private Request(String method, String address) {
            this.method = method;
            this.shown = method + " " + address;
            this.builder = HttpRequest.newBuilder(
                            URI.create(url + (address.startsWith("/") ? "" : "/api/v1/") + address))
                    .timeout(PATIENCE);
            token.get().ifPresent(value -> builder.header("Authorization", "Bearer " + value));
        }

        public Request header(String name, String value) {
            builder.setHeader(name, value);
            return this;
        }

        public Request json(Object value) {
            return body("application/json", text(value));
        }

        public Request mergePatch(Object value) {
            return body("application/merge-patch+json", text(value));
        }

        public Request body(String type, String text) {
            return body(type, text.getBytes(StandardCharsets.UTF_8));
        }

        public Request body(String type, byte[] bytes) {
            body = HttpRequest.BodyPublishers.ofByteArray(bytes);
            return header("Content-Type", type);
        }

        public Request file(String type, Path file) {
            try {
                body = HttpRequest.BodyPublishers.ofFile(file);
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
            return header("Content-Type", type);
        }

        /** The answer; a call beyond the rate of the tenant is made again soon, as a well-behaved program does. */
        public Answer send() {
            return await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_TRIES)
                    .atMost(PATIENCE)
                    .until(this::sendOnce, answer -> !answer.comesLater());
        }

        /** The answer to this one call, also when it says to come later. */
        public Answer sendOnce() {
            try {
                return new Answer(
                        shown,
                        CLIENT.send(builder.method(method, body).build(), HttpResponse.BodyHandlers.ofByteArray()));
            } catch (IOException failure) {
                throw new UncheckedIOException(shown, failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        private String text(Object value) {
            try {
                String text = value instanceof String given ? given : JSON.writeValueAsString(value);
                return change == AS_GIVEN ? text : changed(text);
            } catch (JsonProcessingException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }
    }
}
