package io.guanxi.kernel.closing;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.closing.Closing.Step;
import io.guanxi.kernel.database.TenantTables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Erases companies whose grace is over: stores outside the database first, then table by table in batches, then a look
 * whether anything is left or was written meanwhile, then the certificate. Each part may be repeated, so that a killed process
 * costs a minute.
 */
@ApplicationScoped
public class TenantErasure {

    private static final Logger LOG = Logger.getLogger(TenantErasure.class.getName());

    /** How long one company keeps the others waiting. */
    private static final Duration SLICE = Duration.ofSeconds(20);

    /** What the erasing itself is written in. */
    private static final Set<String> OWN = Set.of("tenant_closing", "tenant_erasure_count", "erasure_certificate");

    @Inject
    private ErasureLedger ledger;

    @Inject
    private Closings closings;

    @Inject
    private ErasureCertificates certificates;

    @Inject
    private TenantTables tables;

    @Inject
    @Any
    private Instance<TenantStore> stores;

    /** Goes on with everything that is due, once. */
    public void goOn() {
        for (int tenant : ledger.due()) {
            if (ledger.take(tenant)) {
                try {
                    goOn(tenant);
                } finally {
                    ledger.leave(tenant);
                }
            }
        }
    }

    private void goOn(int tenant) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (var product = CallContext.enter(Caller.system(tenant, trace))) {
            Step step = ledger.require(tenant).step();
            if (step == Step.WAITING && !closings.begin()) {
                return;
            }
            if (step == Step.CHECK) {
                check(tenant);
                return;
            }
            if (step != Step.ROWS) {
                eraseStores(tenant);
                ledger.reached(tenant, Step.ROWS);
            }
            if (eraseRows(tenant)) {
                ledger.reached(tenant, Step.CHECK);
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "the erasing of tenant " + tenant + " waits");
            ledger.brokeOff(tenant, failed.getMessage());
        }
    }

    private void eraseStores(int tenant) {
        for (TenantStore store : stores) {
            ledger.held(tenant, store.name(), store.contents());
            store.erase();
        }
    }

    /** Whether all rows are gone; false when the time was over before. */
    private boolean eraseRows(int tenant) {
        long until = System.nanoTime() + SLICE.toNanos();
        TenantTables.Plan plan = tables.plan();
        for (TenantTables.Knot knot : plan.knots()) {
            while (ledger.loosen(knot) > 0) {
                if (System.nanoTime() > until) {
                    return false;
                }
            }
        }
        for (TenantTables.Entry table : plan.entries()) {
            while (!OWN.contains(table.name()) && ledger.delete(tenant, table) > 0) {
                if (System.nanoTime() > until) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Some seconds after the rows went: whatever was still under way then has ended. */
    private void check(int tenant) {
        boolean isLeft = tables.plan().entries().stream()
                        .anyMatch(table -> !OWN.contains(table.name()) && !ledger.isEmpty(tenant, table))
                || stores.stream()
                        .anyMatch(store -> store.contents().values().stream().anyMatch(amount -> amount > 0));
        if (isLeft) {
            ledger.reached(tenant, Step.STORES);
        } else {
            certificates.issue(ledger.require(tenant));
        }
    }
}
