package io.guanxi.identity;

/** A call brought no token that counts. The reason is for the answer's code, never for telling what was wrong inside. */
final class NotAuthenticated extends Exception {

    /** Why the call is not let in. */
    enum Reason {
        MISSING("token.missing"),
        EXPIRED("token.expired"),
        INVALID("token.invalid");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Stable code, also the key of its message. */
        String code() {
            return code;
        }
    }

    private final Reason reason;

    NotAuthenticated(Reason reason, Throwable cause) {
        super(reason.code(), cause);
        this.reason = reason;
    }

    NotAuthenticated(Reason reason) {
        this(reason, null);
    }

    Reason reason() {
        return reason;
    }
}
