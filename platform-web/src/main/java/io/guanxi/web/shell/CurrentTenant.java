package io.guanxi.web.shell;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The company whose page is shown, asked once for a page. */
@RequestScoped
public class CurrentTenant {

    @Inject
    private Tenants tenants;

    private Optional<Tenant> found;

    /** Empty on pages that belong to no company. */
    public Optional<Tenant> find() {
        if (found == null) {
            found = CallContext.find().flatMap(caller -> tenants.find(caller.tenantId()));
        }
        return found;
    }
}
