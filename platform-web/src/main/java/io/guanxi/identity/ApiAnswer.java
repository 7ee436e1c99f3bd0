package io.guanxi.identity;

import io.guanxi.kernel.object.Labels;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;

/** Refusals of the REST interface that come before any resource: RFC 9457 problems in the reader's language. */
enum ApiAnswer {
    UNAUTHENTICATED(401),
    SESSION_OVER(401),
    SECOND_FACTOR_REQUIRED(401),
    MALFORMED_REQUEST(400),
    ACCESS_DENIED(403),
    ADDRESS_REFUSED(403),
    TOO_MANY_REQUESTS(429),
    UNAVAILABLE(503);

    private static final String RETRY_SECONDS = "5";

    private final int status;

    ApiAnswer(int status) {
        this.status = status;
    }

    /** @param code key of the sentence that says what happened this time */
    void send(HttpServletRequest request, HttpServletResponse response, String code, String traceId)
            throws IOException {
        Locale locale = language(request);
        String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
        String body = Json.createObjectBuilder()
                .add("type", "/problems/" + slug)
                .add("title", Labels.text(IdentityTexts.BUNDLE, "problem." + slug, locale))
                .add("status", status)
                .add("detail", Labels.text(IdentityTexts.BUNDLE, code, locale))
                .add("instance", request.getRequestURI())
                .add("traceId", traceId)
                .build()
                .toString();
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        if (this == UNAVAILABLE && !response.containsHeader("Retry-After")) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Locale language(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .filter("zh"::equals)
                .map(chinese -> Locale.SIMPLIFIED_CHINESE)
                .orElse(Locale.ENGLISH);
    }
}
