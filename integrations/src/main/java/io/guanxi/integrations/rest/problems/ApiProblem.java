package io.guanxi.integrations.rest.problems;

import io.guanxi.kernel.error.FieldError;
import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;

/** A request the API itself refuses, before or beside the rules of the kernel. */
@ApplicationException(rollback = true)
public class ApiProblem extends RuntimeException {

    private final ProblemType type;
    private final transient List<Object> args;
    private final transient Map<String, String> headers;
    private transient List<FieldError> errors = List.of();

    /**
     * @param code key of the detail in the problem bundle under {@code detail.<code>}
     * @param args what the detail mentions
     */
    public ApiProblem(ProblemType type, String code, Object... args) {
        this(type, Map.of(), code, args);
    }

    /**
     * @param headers sent with the answer
     */
    public ApiProblem(ProblemType type, Map<String, String> headers, String code, Object... args) {
        super(code);
        this.type = type;
        this.args = List.of(args);
        this.headers = Map.copyOf(headers);
    }

    public ApiProblem causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** Adds what is wrong with which member; worded by the problem bundle under {@code detail.<code>}. */
    public ApiProblem withErrors(List<FieldError> members) {
        errors = List.copyOf(members);
        return this;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public ProblemType type() {
        return type;
    }

    public String code() {
        return getMessage();
    }

    public List<Object> args() {
        return args;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
