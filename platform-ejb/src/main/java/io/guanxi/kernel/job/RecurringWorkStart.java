package io.guanxi.kernel.job;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.module.Modules;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks each minute for tenants whose work is due. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RecurringWorkStart {

    private static final Logger LOG = Logger.getLogger(RecurringWorkStart.class.getName());

    @Inject
    @Any
    private Instance<RecurringWork> works;

    @Inject
    private Modules modules;

    @Inject
    private Entitlements entitlements;

    @Schedule(hour = "*", minute = "*", second = "35", persistent = false)
    public void beginThoseDue() {
        for (Instance.Handle<? extends RecurringWork> handle : works.handles()) {
            beginThoseDue(handle.get(), modules.ofBean(handle.getBean().getBeanClass()));
        }
    }

    private void beginThoseDue(RecurringWork work, Optional<String> module) {
        try {
            work.due().forEach(tenant -> begin(work, module, tenant));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "it cannot be told now whose recurring work is due", e);
        }
    }

    private void begin(RecurringWork work, Optional<String> module, int tenant) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (var scope = CallContext.enter(Caller.system(tenant, trace))) {
            if (module.map(entitlements::hasModule).orElse(true)) {
                work.begin();
            } else {
                work.skip();
            }
        } catch (RuntimeException e) {
            // The others go on; this one is due again in the next minute.
            LOG.log(Level.WARNING, "recurring work did not begin", e);
        }
    }
}
