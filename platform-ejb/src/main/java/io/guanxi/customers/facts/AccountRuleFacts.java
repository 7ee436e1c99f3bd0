package io.guanxi.customers.facts;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.record.RuleFacts;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known about accounts, for rules that have nothing to do with classes. */
@ApplicationScoped
public class AccountRuleFacts implements RuleFacts {

    @Inject
    private FactKeeper keeper;

    @Inject
    private SqlGateway sql;

    @Inject
    private Tenants tenants;

    @Override
    public String object() {
        return FactFields.ACCOUNT;
    }

    @Override
    public List<FieldDescriptor> fields() {
        return FactFields.all();
    }

    @Override
    public Map<Long, Map<String, Object>> of(Collection<Long> records) {
        Instant now = Instant.now();
        ZoneId zone =
                tenants.find(CallContext.require().tenantId()).map(Tenant::zone).orElseThrow();
        Map<Long, String> stages = new HashMap<>();
        sql.query(
                "SELECT id, stage_since FROM account WHERE tenant_id = ? AND id" + FactKeeper.IDS,
                row -> stages.put(row.getLong(1), row.getString(2)),
                FactKeeper.padded(records));
        Map<Long, Map<String, Object>> facts = new HashMap<>();
        keeper.readAll(records, now)
                .forEach(one -> facts.put(one.account(), one.values(now, zone, stages.get(one.account()))));
        return facts;
    }
}
