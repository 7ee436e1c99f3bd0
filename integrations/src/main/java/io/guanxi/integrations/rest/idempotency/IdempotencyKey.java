package io.guanxi.integrations.rest.idempotency;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import java.util.Optional;

/** The client's name for one request. */
public record IdempotencyKey(String value) {

    /** Name of the header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    /**
     * @param header the header's value; null when there is none
     * @throws ApiProblem when it is not 1 to 255 visible ASCII characters
     */
    public static Optional<IdempotencyKey> parse(String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!header.matches("[!-~]{1,255}")) {
            throw new ApiProblem(ProblemType.MALFORMED_REQUEST, "idempotency.key");
        }
        return Optional.of(new IdempotencyKey(header));
    }

    /** The key of one part of the request; no client can send it, because it holds a space. */
    public IdempotencyKey part(int index) {
        return new IdempotencyKey(value + " " + index);
    }
}
