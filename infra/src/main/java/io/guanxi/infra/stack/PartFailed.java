package io.guanxi.infra.stack;

import io.guanxi.infra.text.Text;

/** A part of the stack could not be started; the message says why and where its log is. */
public final class PartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartFailed(String key, Object... values) {
        super(Text.of(key, values));
    }

    PartFailed(Throwable cause, String key, Object... values) {
        super(Text.of(key, values), cause);
    }
}
