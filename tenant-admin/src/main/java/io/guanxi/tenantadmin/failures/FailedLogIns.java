package io.guanxi.tenantadmin.failures;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.people.Member;
import io.guanxi.kernel.people.MemberDirectory;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.tenantadmin.identity.Acquaintance;
import io.guanxi.tenantadmin.identity.KeycloakEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells the audit of each company which of its people could not log in at Keycloak's page, from where and how often, and
 * notes until when Keycloak takes no password of them. Attempts of one person from one place with one outcome are one entry
 * for each time that Keycloak is asked, and a company gets so many entries at once at most: who tries many passwords does
 * not fill the audit. A node that dies in between has its part told again by the next.
 */
@ApplicationScoped
public class FailedLogIns {

    /** Entries of one company each time that Keycloak is asked. */
    static final int MOST_TOLD = 50;

    /** Events are there a moment after the time they bear. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    @Inject
    private LogInWatch watch;

    @Inject
    private KeycloakEvents events;

    @Inject
    private Tenants tenants;

    @Inject
    private MemberDirectory directory;

    @Inject
    private AuditTrail trail;

    /** Attempts that are one entry. */
    private record Kind(String subject, String address, String reason) {}

    /** Tells what is new, unless another node is at it. */
    public void tell() {
        Optional<Instant> from = watch.take();
        if (from.isEmpty()) {
            return;
        }
        Instant until = from.get();
        try {
            Instant settled = Instant.now().minus(SETTLED);
            if (settled.isAfter(until)) {
                Map<Kind, Integer> attempts = new LinkedHashMap<>();
                events.failures(until, settled).stream()
                        .filter(failure -> failure.subject() != null)
                        .forEach(failure -> attempts.merge(
                                new Kind(failure.subject(), failure.address(), failure.reason()), 1, Integer::sum));
                tell(attempts);
                until = settled;
            }
        } finally {
            watch.release(until);
        }
    }

    private void tell(Map<Kind, Integer> attempts) {
        Map<String, Optional<Acquaintance>> people = new HashMap<>();
        Map<Integer, Integer> told = new HashMap<>();
        attempts.forEach((kind, count) -> people.computeIfAbsent(kind.subject(), events::find)
                .ifPresent(person -> person.tenants().stream()
                        .filter(tenant -> tenants.find(tenant).isPresent())
                        .filter(tenant -> told.merge(tenant, 1, Integer::sum) <= MOST_TOLD)
                        .forEach(tenant -> tell(tenant, person, kind, count))));
    }

    private void tell(int tenant, Acquaintance person, Kind kind, int count) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (CallContext.Scope origin =
                        CallOrigin.enter(CallOrigin.request(CallOrigin.Channel.PAGE, kind.address(), null));
                CallContext.Scope asProduct = CallContext.enter(Caller.system(tenant, trace))) {
            Optional<Member> member = directory.known(kind.subject(), person.email());
            member.ifPresent(one -> {
                directory.lock(one.id(), person.lockedUntil().orElse(null));
                trail.done(
                        AuditArea.SESSIONS,
                        AuditAction.LOG_IN_FAILED,
                        kind.subject(),
                        one.email(),
                        Map.of("reason", kind.reason(), "attempts", count));
            });
        }
    }
}
