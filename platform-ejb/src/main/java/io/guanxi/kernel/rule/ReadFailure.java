package io.guanxi.kernel.rule;

/** The input of a rule could not be read; carries the reason through CEL, which keeps causes to itself. */
final class ReadFailure extends RuntimeException {

    private final transient RuntimeException reason;

    ReadFailure(RuntimeException reason) {
        super("unreadable input", null, false, false);
        this.reason = reason;
    }

    RuntimeException reason() {
        return reason;
    }
}
