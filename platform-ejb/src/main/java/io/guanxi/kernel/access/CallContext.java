package io.guanxi.kernel.access;

import java.util.Optional;

/**
 * The caller of the current thread's work: the one place where a tenant is bound. Fails closed.
 *
 * <p>Entered by the request filter, by job workers and by start-up code; services only read it. New threads and timers
 * start with none.
 */
public final class CallContext {

    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

    private CallContext() {}

    /** Binds the caller until the scope is closed; scopes nest, and closing brings the outer caller back. */
    public static Scope enter(Caller caller) {
        Caller outer = CURRENT.get();
        CURRENT.set(caller);
        return () -> {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        };
    }

    /**
     * @throws NoCaller when nobody is bound
     */
    public static Caller require() {
        Caller caller = CURRENT.get();
        if (caller == null) {
            throw new NoCaller();
        }
        return caller;
    }

    public static Optional<Caller> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Ends the binding; closing throws nothing. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** Tenant data was touched outside any call: a fault of the program, never of its user. */
    public static final class NoCaller extends IllegalStateException {
        NoCaller() {
            super("no caller is bound to this thread");
        }
    }
}
