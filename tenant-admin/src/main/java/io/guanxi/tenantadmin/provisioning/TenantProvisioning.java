package io.guanxi.tenantadmin.provisioning;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.samples.Samples;
import io.guanxi.tenantadmin.identity.KeycloakAdmin;
import io.guanxi.tenantadmin.identity.ProvisioningFailed;
import io.guanxi.tenantadmin.people.Invitations;
import io.guanxi.tenantadmin.provisioning.Provisioning.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes tenants. Asking twice for the same one – of the same sign-up; for operators the same slug, or the same name when
 * none is given, and the same owner – finishes the first and makes no second. One run at a time works on a tenant.
 *
 * <p>For operators and for who holds the link of a sign-up, who are checked where they come in.
 */
@ApplicationScoped
public class TenantProvisioning {

    private static final Logger LOG = Logger.getLogger(TenantProvisioning.class.getName());

    /** Of the changes made here; no request stands behind the ones that are resumed. */
    private static final String TRACE = "0";

    private static final int MOST_CANDIDATES = 100;

    private ProvisioningLedger ledger;
    private TenantRows rows;
    private Tenants tenants;
    private KeycloakAdmin keycloak;
    private Invitations invitations;
    private Samples samples;

    protected TenantProvisioning() {}

    @Inject
    public TenantProvisioning(
            ProvisioningLedger ledger,
            TenantRows rows,
            Tenants tenants,
            KeycloakAdmin keycloak,
            Invitations invitations,
            Samples samples) {
        this.ledger = ledger;
        this.rows = rows;
        this.tenants = tenants;
        this.keycloak = keycloak;
        this.invitations = invitations;
        this.samples = samples;
    }

    /**
     * Makes the tenant, or goes on where an earlier run stopped. While Keycloak does not answer, what came back is not
     * complete, and is finished in the background.
     *
     * @throws DuplicateValue when the slug is somebody else's
     * @throws ProvisioningRefused when Keycloak will not have it
     */
    public Provisioning create(NewTenant wanted) {
        return advance(reserve(wanted), Optional.empty());
    }

    /** Goes on with one that nobody has gone on with for that long; false when there was none. */
    public boolean resume(Duration age) {
        Optional<Provisioning> stale = ledger.findStale(age);
        stale.ifPresent(this::tryAgain);
        return stale.isPresent();
    }

    private void tryAgain(Provisioning one) {
        try {
            advance(one, Optional.empty());
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "tenant " + one.slug() + " cannot be made");
        }
    }

    /** A slug for the name that nobody has taken yet. */
    public String propose(String name) {
        String slug = Slugs.of(name);
        for (int number = 1; number <= MOST_CANDIDATES; number++) {
            String candidate = Slugs.candidate(slug, number);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        return slug;
    }

    private boolean isFree(String slug) {
        return !Slugs.isReserved(slug) && ledger.find(slug).isEmpty() && !tenants.isTaken(slug);
    }

    /**
     * Takes slug and id for the tenant; of one that was asked for before, what was taken then.
     *
     * @throws DuplicateValue when the slug is somebody else's
     */
    public Provisioning reserve(NewTenant wanted) {
        Optional<Provisioning> begun = begun(wanted);
        if (begun.isPresent()) {
            return begun.get();
        }
        if (wanted.slug().isPresent()) {
            return claim(wanted, wanted.slug().get()).orElseThrow(() -> new DuplicateValue("slug"));
        }
        String slug = Slugs.of(wanted.name());
        for (int number = 1; number <= MOST_CANDIDATES; number++) {
            Optional<Provisioning> claimed = claim(wanted, Slugs.candidate(slug, number));
            if (claimed.isPresent()) {
                return claimed.get();
            }
        }
        throw new DuplicateValue("slug");
    }

    private Optional<Provisioning> begun(NewTenant wanted) {
        if (wanted.signUp().isPresent()) {
            return ledger.findBySignUp(wanted.signUp().get().id());
        }
        return wanted.slug().isPresent() ? Optional.empty() : ledger.findSame(wanted.name(), wanted.ownerEmail());
    }

    /** The one under that slug, new or begun earlier; empty when the slug belongs to another tenant. */
    private Optional<Provisioning> claim(NewTenant wanted, String slug) {
        if (ledger.find(slug).isEmpty()) {
            if (tenants.isTaken(slug)) {
                return Optional.empty();
            }
            ledger.add(Provisioning.begin(wanted, slug, tenants.unusedId()));
        }
        // Of two who send the same sign-up at once with two slugs, one has been first.
        return wanted.signUp().isPresent()
                ? ledger.findBySignUp(wanted.signUp().get().id())
                : ledger.find(slug).filter(one -> one.isFor(wanted));
    }

    /**
     * Goes on with a tenant until it is complete. While Keycloak does not answer, what comes back is not, and neither is
     * it when another run is at work on it.
     *
     * @param password of the owner who has none yet; without one they are mailed a link to choose it
     * @throws ProvisioningRefused when Keycloak will not have it
     */
    public Provisioning advance(Provisioning begun, Optional<Password> password) {
        if (begun.isComplete() || !ledger.take(begun.slug())) {
            return begun;
        }
        Provisioning one = ledger.find(begun.slug()).orElse(begun);
        try {
            while (!one.isComplete()) {
                one = next(one, password);
                ledger.reached(one.slug(), one.step(), one.ownerMailed());
            }
            return one;
        } catch (ProvisioningFailed failed) {
            ledger.brokeOff(one.slug(), failed.getMessage(), !failed.isPassing());
            if (!failed.isPassing()) {
                throw new ProvisioningRefused(failed.getMessage(), failed);
            }
            LOG.log(Level.WARNING, failed, () -> "the making of tenant " + begun.slug() + " waits");
            return one;
        } catch (RuntimeException broken) {
            ledger.brokeOff(one.slug(), broken.getClass().getName(), false);
            throw broken;
        } finally {
            ledger.leave(one.slug());
        }
    }

    private Provisioning next(Provisioning one, Optional<Password> password) {
        return switch (one.step()) {
            case REQUESTED -> {
                asProduct(one, () -> rows.store(one));
                yield one.reached(Step.STORED, false);
            }
            case STORED -> {
                keycloak.createOrganization(one.tenantId(), one.slug(), one.name());
                yield one.reached(Step.ORGANIZED, false);
            }
            case ORGANIZED -> one.reached(Step.INVITED, letIn(one, password));
            default -> {
                if (one.wanted().signUp().filter(SelfSignUp::samples).isPresent()) {
                    asProduct(one, () -> samples.fill(rows.owner(one.ownerEmail())));
                }
                yield one.reached(Step.READY, one.ownerMailed());
            }
        };
    }

    /** Whether the owner was mailed a link. */
    private boolean letIn(Provisioning one, Optional<Password> password) {
        if (one.wanted().signUp().isPresent()) {
            return invitations.welcome(
                    one.tenantId(),
                    one.ownerEmail(),
                    one.ownerName(),
                    one.wanted().locale(),
                    password.map(Password::text));
        }
        invitations.send(
                one.tenantId(), one.ownerEmail(), one.ownerName(), one.wanted().locale());
        return true;
    }

    private static void asProduct(Provisioning one, Runnable work) {
        try (var product = CallContext.enter(Caller.system(one.tenantId(), TRACE))) {
            work.run();
        }
    }
}
