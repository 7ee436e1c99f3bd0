package io.guanxi.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.security.SecondFactor;
import io.guanxi.kernel.security.SecurityDesk;
import io.guanxi.kernel.security.SecurityPolicy;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether somebody may come in now, by what their company asks: from where, by which session, how long after the log-in. */
@ApplicationScoped
public class EntryRules {

    private static final Duration TOLD = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Cache<Stranger, Boolean> told =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(TOLD).build();

    private SecurityDesk desk;
    private KnownSessions sessions;
    private AuditTrail trail;

    protected EntryRules() {}

    @Inject
    public EntryRules(SecurityDesk desk, KnownSessions sessions, AuditTrail trail) {
        this.desk = desk;
        this.sessions = sessions;
        this.trail = trail;
    }

    /** Somebody who comes from where nobody may. */
    private record Stranger(int tenant, long member, String address) {}

    /**
     * Why a person or a program is not let in; empty when they are.
     *
     * @throws EJBException when the database cannot be reached
     */
    Optional<EntryRefusal> refusal(Caller caller, VerifiedToken who, HttpServletRequest request) {
        SecurityPolicy policy = desk.of(caller.tenantId());
        if (!policy.isOpenTo(request.getRemoteAddr())) {
            tell(caller, request);
            return Optional.of(EntryRefusal.ADDRESS);
        }
        return caller.isPerson()
                ? sessions.ending(caller, who, policy.idle(), request)
                        .map(EntryRefusal::of)
                        .or(() -> ofLogIn(policy, who))
                : Optional.empty();
    }

    /**
     * The same for an operator whom the company has let in. They come from their own networks and have no session in its list:
     * what counts is their log-in.
     */
    Optional<EntryRefusal> refusalOfSupport(int tenant, VerifiedToken who) {
        return ofLogIn(desk.of(tenant), who);
    }

    private static Optional<EntryRefusal> ofLogIn(SecurityPolicy policy, VerifiedToken who) {
        // A token that does not tell when the person logged in is no proof that it was lately.
        Instant at = Optional.ofNullable(who.authTime()).orElse(Instant.EPOCH);
        boolean isOld = policy.length()
                .filter(most -> at.plus(most).isBefore(Instant.now()))
                .isPresent();
        if (isOld) {
            return Optional.of(EntryRefusal.OLD);
        }
        return missing(policy, who).filter(from -> !from.isAfter(Instant.now())).map(from -> EntryRefusal.FACTOR);
    }

    /** Whether the company limits how long or how idle a log-in may be. */
    boolean isLimited(int tenant) {
        SecurityPolicy policy = desk.of(tenant);
        return policy.length().isPresent() || policy.idle().isPresent();
    }

    /** From when on the person is not let in without the second factor that is missing; empty when none is. */
    Optional<Instant> missingFactor(int tenant, VerifiedToken who) {
        return missing(desk.of(tenant), who);
    }

    private static Optional<Instant> missing(SecurityPolicy policy, VerifiedToken who) {
        return policy.factor().filter(asked -> !who.isTwofold()).map(SecondFactor::from);
    }

    /** Once a minute for each: whoever asks again and again does not fill the audit. */
    private void tell(Caller caller, HttpServletRequest request) {
        Stranger stranger = new Stranger(caller.tenantId(), caller.memberId(), request.getRemoteAddr());
        if (told.asMap().putIfAbsent(stranger, true) == null) {
            try (CallContext.Scope from = CallOrigin.enter(AuthenticationFilter.origin(request));
                    CallContext.Scope scope = CallContext.enter(caller)) {
                trail.done(
                        AuditArea.ACCESS,
                        AuditAction.REFUSED,
                        request.getRequestURI(),
                        request.getMethod(),
                        Map.of("why", EntryRefusal.ADDRESS.word()));
            }
        }
    }
}
