package io.guanxi.kernel.support;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.people.MemberDirectory;
import io.guanxi.kernel.people.PeopleChanged;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may come into a tenant as support now. A leave that is ended acts at once on the node where it is ended, and within a
 * second on others.
 */
@ApplicationScoped
public class SupportDesk {

    private static final Duration KNOWN = Duration.ofSeconds(1);

    private static final int MOST = 10_000;

    /** Names in histories are no longer. */
    private static final int LONGEST_NAME = 200;

    private final Cache<Integer, Optional<SupportGrant>> grants =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KNOWN).build();

    @Inject
    private SupportGrants store;

    @Inject
    private MemberDirectory members;

    @Inject
    private Tenants tenants;

    /** The leave that counts now in a tenant; empty for none. */
    public Optional<SupportGrant> active(int tenant) {
        return grants.get(tenant, this::read).filter(grant -> grant.endsAt().isAfter(Instant.now()));
    }

    private Optional<SupportGrant> read(int tenant) {
        try (var product = CallContext.enter(Caller.system(tenant, "0"))) {
            return store.active();
        }
    }

    /**
     * The supporter in a tenant: who gave the leave, with their rights of this moment, under the operator's name. Who comes in,
     * by which key and with which rights stays the company's own business.
     *
     * @param operator mail address of the operator
     * @return empty when there is no leave, or who gave it is gone or the tenant suspended
     */
    public Optional<Caller> callerFor(int tenant, String operator, String traceId) {
        Optional<SupportGrant> grant = active(tenant);
        if (grant.isEmpty()
                || tenants.find(tenant)
                        .filter(one -> one.status().admitsEverybody())
                        .isEmpty()) {
            return Optional.empty();
        }
        try (var product = CallContext.enter(Caller.system(tenant, traceId))) {
            return members.callerOf(grant.get().grantedBy(), traceId)
                    .map(person ->
                            person.named(onBehalf(operator, person.name())).without(Feature.ADMINISTER));
        }
    }

    private static String onBehalf(String operator, String person) {
        String name = operator + " (for " + person + ")";
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SupportChanged change) {
        grants.invalidate(change.tenantId());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) PeopleChanged change) {
        grants.invalidate(change.tenantId());
    }
}
