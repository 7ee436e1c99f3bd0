package io.guanxi.infra.system.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One answer of the product.
 *
 * @param request what was asked, for messages
 */
public record Answer(String request, HttpResponse<byte[]> response) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SOON_SECONDS = 5;

    public int status() {
        return response.statusCode();
    }

    /** A header's first value; empty text when it is absent. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Whether the call was beyond a rate that lets the next one pass within seconds. */
    boolean comesLater() {
        String seconds = header("Retry-After");
        return status() == 429 && seconds.matches("\\d+") && Integer.parseInt(seconds) <= SOON_SECONDS;
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(this + " is not JSON", notJson);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same answer when it has the status. */
    public Answer expect(int status) {
        if (status() != status) {
            throw new AssertionError("expected " + status + " but got " + this);
        }
        return this;
    }

    /** The same answer when it is a problem of the type, as RFC 9457 writes it. */
    public Answer expectProblem(int status, String slug) {
        expect(status);
        JsonNode problem = json();
        boolean complete = header("Content-Type").startsWith("application/problem+json")
                && problem.path("type").asText().equals("/problems/" + slug)
                && problem.path("status").asInt() == status
                && !problem.path("title").asText().isBlank()
                && !problem.path("detail").asText().isBlank()
                && problem.path("traceId").asText().matches("[0-9a-f]{32}")
                && problem.path("instance").asText().startsWith("/api");
        if (!complete) {
            throw new AssertionError("expected the problem " + slug + " but got " + this);
        }
        return this;
    }

    /** What is wrong with which member, as {@code pointer code}, in the order of the answer. */
    public List<String> errors() {
        return StreamSupport.stream(json().path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asText() + " "
                        + error.path("code").asText())
                .toList();
    }

    /** The {@code id} member of the body. */
    public String id() {
        return json().path("id").asText();
    }

    @Override
    public String toString() {
        String body = text();
        return status() + " to " + request + " with " + response.headers().map() + "\n"
                + body.substring(0, Math.min(3_000, body.length()));
    }
}
