package io.guanxi.tenantadmin.signup;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.closing.TenantStore;
import io.guanxi.kernel.database.SqlGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The sign-up that a company came of goes with it. Its row names no tenant: the ledger of the making does. */
@ApplicationScoped
public class SignUpErasure implements TenantStore {

    @Inject
    private SqlGateway sql;

    @Override
    public String name() {
        return "signup";
    }

    @Override
    public Map<String, Long> contents() {
        return Map.of("sign_up", (long) ids().size());
    }

    @Override
    public void erase() {
        ids().forEach(id -> sql.updatePlatform("DELETE FROM sign_up WHERE id = ?", id));
    }

    private List<Long> ids() {
        return sql.queryPlatform(
                "SELECT s.id FROM sign_up s JOIN tenant_provisioning p ON p.sign_up_id = s.id WHERE p.tenant_id = ?",
                row -> row.getLong(1),
                CallContext.require().tenantId());
    }
}
