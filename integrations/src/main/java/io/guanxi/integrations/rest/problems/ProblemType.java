package io.guanxi.integrations.rest.problems;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of problem a partner meets; each has a page under {@code /problems/<slug>}. */
public enum ProblemType {
    MALFORMED_REQUEST(400),
    INVALID_QUERY(400),
    UNAUTHENTICATED(401),
    SESSION_OVER(401),
    SECOND_FACTOR_REQUIRED(401),
    ACCESS_DENIED(403),
    ADDRESS_REFUSED(403),
    MODULE_NOT_ENTITLED(403),
    LIMIT_REACHED(403),
    TENANT_READ_ONLY(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    DUPLICATE_VALUE(409),
    LIKELY_DUPLICATE(409),
    REQUEST_IN_PROGRESS(409),
    RULE_BROKEN(409),
    STALE_RECORD(412),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_RECORD(422),
    UNREADABLE_FILE(422),
    INVALID_MAPPING(422),
    IDEMPOTENCY_KEY_REUSED(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Name in addresses and message keys, such as {@code stale-record}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} member: a reference that resolves to a page on this server. */
    public String uri() {
        return "/problems/" + slug();
    }

    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The type that stands for a plain HTTP status. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> ACCESS_DENIED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
