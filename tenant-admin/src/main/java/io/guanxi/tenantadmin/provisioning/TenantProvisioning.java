package io.guanxi.tenantadmin.provisioning;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.tenantadmin.identity.KeycloakAdmin;
import io.guanxi.tenantadmin.identity.ProvisioningFailed;
import io.guanxi.tenantadmin.people.GivenAndFamily;
import io.guanxi.tenantadmin.people.Invitations;
import io.guanxi.tenantadmin.provisioning.Provisioning.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes tenants. Asking twice for the same one – the same slug, or the same name when none is given, and the same
 * owner – finishes the first and makes no second.
 *
 * <p>For operators, who are checked where they come in: the operators' pages and the management end point.
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

    protected TenantProvisioning() {}

    @Inject
    public TenantProvisioning(
            ProvisioningLedger ledger,
            TenantRows rows,
            Tenants tenants,
            KeycloakAdmin keycloak,
            Invitations invitations) {
        this.ledger = ledger;
        this.rows = rows;
        this.tenants = tenants;
        this.keycloak = keycloak;
        this.invitations = invitations;
    }

    /**
     * Makes the tenant, or goes on where an earlier run stopped. While Keycloak does not answer, what came back is not
     * complete, and is finished in the background.
     *
     * @throws DuplicateValue when the slug is somebody else's
     * @throws ProvisioningRefused when Keycloak will not have it
     */
    public Provisioning create(NewTenant wanted) {
        return advance(reserve(wanted));
    }

    /** Goes on with one that nobody has gone on with for that long; false when there was none. */
    public boolean resume(Duration age) {
        Optional<Provisioning> stale = ledger.takeStale(age);
        stale.ifPresent(this::tryAgain);
        return stale.isPresent();
    }

    private void tryAgain(Provisioning one) {
        try {
            advance(one);
        } catch (ProvisioningRefused refused) {
            LOG.log(Level.WARNING, refused, () -> "tenant " + one.slug() + " cannot be made");
        }
    }

    private Provisioning reserve(NewTenant wanted) {
        if (wanted.slug().isPresent()) {
            return claim(wanted, wanted.slug().get()).orElseThrow(() -> new DuplicateValue("slug"));
        }
        Optional<Provisioning> same = ledger.findSame(wanted.name(), wanted.ownerEmail());
        if (same.isPresent()) {
            return same.get();
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

    /** The one under that slug, new or begun earlier; empty when the slug belongs to another tenant. */
    private Optional<Provisioning> claim(NewTenant wanted, String slug) {
        if (ledger.find(slug).isEmpty()) {
            if (tenants.findBySlug(slug).isPresent()) {
                return Optional.empty();
            }
            ledger.add(Provisioning.begin(wanted, slug, tenants.unusedId()));
        }
        return ledger.find(slug).filter(one -> one.isFor(wanted));
    }

    private Provisioning advance(Provisioning begun) {
        Provisioning one = begun;
        try {
            while (!one.isComplete()) {
                Step done = next(one);
                ledger.reached(one.slug(), done);
                one = one.reached(done);
            }
            return one;
        } catch (ProvisioningFailed failed) {
            ledger.brokeOff(one.slug(), failed.getMessage(), !failed.isPassing());
            if (!failed.isPassing()) {
                throw new ProvisioningRefused(failed.getMessage(), failed);
            }
            LOG.log(Level.WARNING, failed, () -> "the making of tenant " + begun.slug() + " waits");
            return one;
        }
    }

    private Step next(Provisioning one) {
        switch (one.step()) {
            case REQUESTED -> {
                try (var product = CallContext.enter(Caller.system(one.tenantId(), TRACE))) {
                    rows.store(one);
                }
                return Step.STORED;
            }
            case STORED -> {
                keycloak.createOrganization(one.tenantId(), one.slug(), one.name());
                return Step.ORGANIZED;
            }
            default -> {
                invitations.send(
                        one.tenantId(), one.ownerEmail(), GivenAndFamily.guess(one.ownerEmail()), one.locale());
                return Step.INVITED;
            }
        }
    }
}
