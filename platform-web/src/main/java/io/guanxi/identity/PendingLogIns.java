package io.guanxi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Log-ins a browser has begun and not finished, by their {@code state}; several tabs may begin one each. */
final class PendingLogIns implements Serializable {

    private static final String ATTRIBUTE = "guanxi.pendingLogIns";
    private static final int MOST = 8;
    /** A session that only waits for a log-in is short: seconds. */
    private static final int WAIT_SECONDS = 30 * 60;

    private final LinkedHashMap<String, PendingLogIn> byState = new LinkedHashMap<>();

    /**
     * What must come back unchanged, and where the person wanted to go.
     *
     * @param nonce    ties the ID token to this browser
     * @param verifier proves to Keycloak that the code was asked for here (RFC 7636)
     * @param target   path and query within the product
     */
    record PendingLogIn(String nonce, String verifier, String target) implements Serializable {}

    static void add(HttpServletRequest request, String state, PendingLogIn pending) {
        boolean fresh = request.getSession(false) == null;
        HttpSession session = request.getSession();
        if (fresh) {
            session.setMaxInactiveInterval(WAIT_SECONDS);
        }
        PendingLogIns all = Optional.ofNullable((PendingLogIns) session.getAttribute(ATTRIBUTE))
                .orElseGet(PendingLogIns::new);
        all.put(state, pending);
        session.setAttribute(ATTRIBUTE, all);
    }

    /** The log-in begun under this state; each can be taken once. */
    static Optional<PendingLogIn> take(HttpServletRequest request, String state) {
        HttpSession session = request.getSession(false);
        if (session == null || state == null) {
            return Optional.empty();
        }
        return Optional.ofNullable((PendingLogIns) session.getAttribute(ATTRIBUTE))
                .flatMap(all -> all.remove(state));
    }

    /** Where the person wanted to go who began a log-in last. */
    static Optional<String> latestTarget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((PendingLogIns) session.getAttribute(ATTRIBUTE))
                        .flatMap(PendingLogIns::latest);
    }

    private synchronized Optional<String> latest() {
        return byState.values().stream().reduce((earlier, later) -> later).map(PendingLogIn::target);
    }

    private synchronized void put(String state, PendingLogIn pending) {
        byState.put(state, pending);
        for (var oldest = byState.entrySet().iterator(); byState.size() > MOST; ) {
            Map.Entry<String, PendingLogIn> first = oldest.next();
            if (!first.getKey().equals(state)) {
                oldest.remove();
            }
        }
    }

    private synchronized Optional<PendingLogIn> remove(String state) {
        return Optional.ofNullable(byState.remove(state));
    }
}
