package io.guanxi.infra.command;

/** The arguments of a command cannot be understood; the message says what it takes. */
public final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message for the person who typed them. */
    public UsageError(String message) {
        super(message);
    }
}
