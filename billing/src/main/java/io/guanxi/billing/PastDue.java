package io.guanxi.billing;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantLife;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What becomes of companies whose payment is due: after the days of their plan, or those agreed, they are read-only. */
@ApplicationScoped
public class PastDue {

    /** Name of the limit that says after how many days. */
    public static final String DAYS = "pastDueDays";

    private static final Logger LOG = Logger.getLogger(PastDue.class.getName());

    private Tenants tenants;
    private TenantLife life;
    private Entitlements entitlements;

    protected PastDue() {}

    @Inject
    public PastDue(Tenants tenants, TenantLife life, Entitlements entitlements) {
        this.tenants = tenants;
        this.life = life;
        this.entitlements = entitlements;
    }

    /** When the caller's company, whose payment is due, becomes read-only; empty when it never does. */
    public Optional<Instant> readOnlyAt() {
        OptionalLong days = entitlements.limit(DAYS);
        return days.isEmpty()
                ? Optional.empty()
                : tenants.statusSince(CallContext.require().tenantId())
                        .map(since -> since.plus(Duration.ofDays(days.getAsLong())));
    }

    /** Makes read-only whose time is over. */
    void tend() {
        for (int tenant : tenants.of(Tenant.Status.PAST_DUE)) {
            String trace = UUID.randomUUID().toString().replace("-", "");
            try (var product = CallContext.enter(Caller.system(tenant, trace))) {
                if (readOnlyAt().filter(at -> !at.isAfter(Instant.now())).isPresent()) {
                    life.become(Tenant.Status.READ_ONLY);
                }
            } catch (RuntimeException e) {
                // The others go on; this one is asked again in some seconds.
                LOG.log(Level.WARNING, e, () -> "tenant " + tenant + " did not become read-only");
            }
        }
    }
}
