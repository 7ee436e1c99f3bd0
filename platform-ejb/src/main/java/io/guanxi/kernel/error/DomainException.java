package io.guanxi.kernel.error;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A rule of the product that a call broke.
 *
 * <p>Carries a stable code and arguments, never a sentence: the text in the caller's language comes from
 * {@code io.guanxi.kernel.error.messages} under the code, when somebody is there to read it.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class DomainException extends RuntimeException {

    private final String code;
    private final transient List<Object> args;

    protected DomainException(String code, Object... args) {
        super(code);
        this.code = code;
        this.args = List.of(args);
    }

    /** Stable name of the broken rule such as {@code record.stale}; also the message key. */
    public String code() {
        return code;
    }

    /** What the message mentions, in the order of its placeholders; empty after serialisation. */
    public List<Object> args() {
        return args == null ? List.of() : args;
    }
}
