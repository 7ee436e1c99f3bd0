package io.guanxi.kernel.log;

import java.util.Optional;

/** The trace id of work for which no caller is known yet: of requests before, or without, a log-in. */
public final class Trace {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private Trace() {}

    /** Names the trace of the thread's lines until it is closed. */
    public static Scope enter(String traceId) {
        CURRENT.set(traceId);
        return CURRENT::remove;
    }

    static Optional<String> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Ends the naming; closing throws nothing. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
