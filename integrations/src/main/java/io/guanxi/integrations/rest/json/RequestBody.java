package io.guanxi.integrations.rest.json;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * The whole body of a small request: kept as bytes so that it can be fingerprinted before it is understood.
 */
public final class RequestBody {

    /** Longest body of one record, in bytes. */
    public static final int SINGLE_LIMIT = 1_000_000;

    /** Longest body of a bulk request, in bytes. */
    public static final int BULK_LIMIT = 10_000_000;

    private final byte[] bytes;

    private RequestBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws ApiProblem when the body is longer than the limit or breaks off
     */
    public static RequestBody read(InputStream in, int limit) {
        try {
            return new RequestBody(new LimitedInputStream(in, limit).readAllBytes());
        } catch (IOException e) {
            throw new ApiProblem(ProblemType.MALFORMED_REQUEST, "body.unreadable").causedBy(e);
        }
    }

    public byte[] bytes() {
        return bytes;
    }

    /** The body as any JSON value. */
    public Object json() {
        return JsonInput.read(bytes);
    }

    /**
     * The body as a JSON object.
     *
     * @throws ApiProblem when it is something else
     */
    public Map<String, Object> object() {
        Object value = json();
        if (value instanceof Map<?, ?>) {
            return JsonInput.members(value);
        }
        throw new ApiProblem(ProblemType.MALFORMED_REQUEST, "json.objectExpected");
    }
}
