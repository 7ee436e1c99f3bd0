package io.guanxi.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.people.Member;
import io.guanxi.kernel.people.MemberDirectory;
import io.guanxi.kernel.people.PeopleChanged;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * The step from a checked token to the caller whom the services know.
 *
 * <p>What is found is known for some seconds: a role taken away or a client switched off acts at once on the node where it
 * happens, and within that time on the others.
 */
@ApplicationScoped
public class Callers {

    private static final Duration KNOWN = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final Cache<Identity, Caller> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KNOWN).build();

    private Tenants tenants;
    private MemberDirectory directory;

    protected Callers() {}

    @Inject
    public Callers(Tenants tenants, MemberDirectory directory) {
        this.tenants = tenants;
        this.directory = directory;
    }

    /**
     * Who the holder of the token is in that tenant; empty when they are not active there or its status keeps them out.
     *
     * @throws EJBException when the database cannot be reached
     */
    Optional<Caller> find(VerifiedToken token, Membership membership, String traceId) {
        Identity identity = new Identity(membership, token.subject(), token.clientId());
        // Of many requests at once one looks them up; who is not found is looked for again.
        Caller caller =
                known.get(identity, key -> lookUp(token, membership, traceId).orElse(null));
        return Optional.ofNullable(caller).map(one -> one.in(traceId));
    }

    /** Forgets the tenant's people; the next request of each asks again. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) PeopleChanged change) {
        known.asMap().keySet().removeIf(identity -> identity.membership().tenantId() == change.tenantId());
    }

    private Optional<Caller> lookUp(VerifiedToken token, Membership membership, String traceId) {
        Optional<Tenant> tenant = tenants.find(membership.tenantId())
                .filter(one -> one.status().admitsAnybody() && one.slug().equals(membership.alias()));
        if (tenant.isEmpty()) {
            return Optional.empty();
        }
        try (CallContext.Scope asProduct = CallContext.enter(Caller.system(membership.tenantId(), traceId))) {
            Optional<Caller> caller = token.isClient()
                    ? directory
                            .findClient(token.clientId())
                            .map(client -> directory.caller(client, tenant.get(), traceId))
                    : admit(token).map(member -> directory.caller(member, tenant.get(), traceId));
            return caller.filter(one -> tenant.get().status().admits(one.role()));
        }
    }

    /** Two requests of one person may note the time of the visit at once; the one that lost finds it noted. */
    private Optional<Member> admit(VerifiedToken token) {
        String verifiedEmail = token.emailVerified() ? token.email() : null;
        try {
            return directory.admit(token.subject(), verifiedEmail);
        } catch (EJBException lostRace) {
            return directory.admit(token.subject(), verifiedEmail);
        }
    }

    private record Identity(Membership membership, String subject, String clientId) {}
}
