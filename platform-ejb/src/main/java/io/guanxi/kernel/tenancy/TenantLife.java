package io.guanxi.kernel.tenancy;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.RecordNotFound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** Takes the caller's company from one status to another. Acts on running sessions and tokens within seconds. */
@Stateless
@TenantBound
public class TenantLife {

    @Inject
    private Tenants tenants;

    @Inject
    private AuditTrail trail;

    /**
     * Gives the company another status and tells the audit. For its owners, and for the product itself when operators or time
     * decide; a company that has the status keeps it.
     *
     * @throws StatusNotPossible when its status does not allow that one
     */
    public void become(Tenant.Status status) {
        Tenant tenant = own();
        if (tenant.status() != status) {
            requirePossible(tenant.status().mayBecome(status));
            change(tenant, status);
        }
    }

    /**
     * Gives a closed company the status that it had before.
     *
     * @throws StatusNotPossible when it is not closed
     */
    public void comeBack(Tenant.Status before) {
        Tenant tenant = own();
        requirePossible(tenant.status() == Tenant.Status.CLOSED);
        change(tenant, before);
    }

    private Tenant own() {
        Caller caller = CallContext.require();
        if (caller.kind() != Caller.Kind.SYSTEM && !Role.OWNER.equals(caller.role())) {
            throw AccessDenied.ofOwners();
        }
        return tenants.find(caller.tenantId()).orElseThrow(RecordNotFound::new);
    }

    private static void requirePossible(boolean isPossible) {
        if (!isPossible) {
            throw new StatusNotPossible();
        }
    }

    private void change(Tenant tenant, Tenant.Status status) {
        requirePossible(tenants.change(tenant.id(), tenant.status(), status));
        trail.changed(
                AuditArea.TENANT,
                tenant.slug(),
                tenant.name(),
                Map.of("status", tenant.status()),
                Map.of("status", status));
    }
}
