package io.guanxi.kernel.access;

import java.util.Optional;

/**
 * Where the current thread's work comes from, beside who calls: what the audit tells of each change. Entered together with
 * the caller; work that enters none is the product's own.
 *
 * @param channel kind of way in
 * @param address network address of the client, as trusted proxies tell it; null when nobody is at the other end
 * @param agent   what the client calls itself; null when it does not
 * @param acting  name of whoever really acts, when that is not the caller, such as a supporter; null otherwise
 * @param job     the job that works for the caller; null when none does
 * @param session the session of a person by which the call comes; null when it comes by none
 * @param isTwofold whether the person has shown a second factor at the log-in
 */
public record CallOrigin(
        Channel channel, String address, String agent, String acting, Long job, Long session, boolean isTwofold) {

    /** Ways in. */
    public enum Channel {
        /** A person in a browser. */
        PAGE,
        /** A program over REST. */
        API,
        /** A job that somebody submitted. */
        JOB,
        /** The product by itself. */
        PRODUCT
    }

    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_AGENT = 200;

    private static final CallOrigin PRODUCT = new CallOrigin(Channel.PRODUCT, null, null, null, null, null, false);

    private static final ThreadLocal<CallOrigin> CURRENT = new ThreadLocal<>();

    public CallOrigin {
        address = shortened(address, LONGEST_ADDRESS);
        agent = shortened(agent, LONGEST_AGENT);
    }

    /** A request from outside. */
    public static CallOrigin request(Channel channel, String address, String agent) {
        return new CallOrigin(channel, address, agent, null, null, null, false);
    }

    /** A job's work. */
    public static CallOrigin job(long job) {
        return new CallOrigin(Channel.JOB, null, null, null, job, null, false);
    }

    /** The same with the name of somebody who acts as the caller. */
    public CallOrigin actedBy(String name) {
        return new CallOrigin(channel, address, agent, name, job, session, isTwofold);
    }

    /** The same with the session by which it comes, and whether that began with a second factor. */
    public CallOrigin in(long id, boolean twofold) {
        return new CallOrigin(channel, address, agent, acting, job, id, twofold);
    }

    /** Binds the origin until the scope is closed; scopes nest. */
    public static CallContext.Scope enter(CallOrigin origin) {
        CallOrigin outer = CURRENT.get();
        CURRENT.set(origin);
        return () -> {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        };
    }

    /** The origin of this thread's work. */
    public static CallOrigin current() {
        return Optional.ofNullable(CURRENT.get()).orElse(PRODUCT);
    }

    private static String shortened(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
