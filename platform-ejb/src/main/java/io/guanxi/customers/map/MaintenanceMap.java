package io.guanxi.customers.map;

import io.guanxi.customers.classes.ClassMoves;
import io.guanxi.customers.classes.ClassView;
import io.guanxi.customers.classes.Classification;
import io.guanxi.customers.classes.CustomerClasses;
import io.guanxi.customers.facts.FactFields;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.ReachSql;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Draws the maintenance map from classes, moves and processes. */
@Stateless
@TenantBound
public class MaintenanceMap {

    /** More processes than fit into a picture. */
    private static final int MOST = 60;

    @Inject
    private Classification classification;

    @Inject
    private ClassMoves moves;

    @Inject
    private RecordService records;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private Tenants tenants;

    @Inject
    private SqlGateway sql;

    /**
     * The map of the caller's tenant. Needs {@code read} on accounts, classes and processes.
     *
     * @param days how many days back moves count
     */
    public MapView view(int days) {
        access.require(objects.require(FactFields.ACCOUNT), Operation.READ);
        Tenant tenant = tenants.find(CallContext.require().tenantId()).orElseThrow();
        LocalDate today = LocalDate.now(tenant.zone());
        // A class that is in no phase has a place in the picture as soon as somebody is in it.
        List<ClassView> classes = classification.classes().stream()
                .filter(type -> !type.phase().isEmpty() || type.count() > 0)
                .toList();
        Map<String, BigDecimal> values = values();
        Map<String, Long> overdue = overdue(today);
        Map<String, Long> counts = new HashMap<>();
        classes.forEach(type -> counts.put(type.id(), type.count()));
        return new MapView(
                classes.stream()
                        .map(type -> new MapView.Box(
                                type,
                                values.getOrDefault(type.id(), BigDecimal.ZERO),
                                overdue.getOrDefault(type.id(), 0L)))
                        .toList(),
                moves.since(Instant.now().minus(days, ChronoUnit.DAYS)),
                processes(counts, overdue),
                today,
                tenant.currency());
    }

    /** Only accounts that the caller sees are counted. */
    private ReachSql reach() {
        return new ReachSql(access.reach(objects.require(FactFields.ACCOUNT), Operation.READ), "a");
    }

    private Map<String, BigDecimal> values() {
        ReachSql reach = reach();
        Map<String, BigDecimal> values = new HashMap<>();
        sql.query(
                "SELECT a.customer_class_id, SUM(f.year_spend) FROM account a JOIN account_fact f"
                        + " ON f.tenant_id = a.tenant_id AND f.account_id = a.id WHERE a.tenant_id = ?" + reach.and()
                        + " AND a.deleted_at IS NULL AND a.customer_class_id IS NOT NULL GROUP BY a.customer_class_id",
                row -> values.put(RecordId.format(row.getLong(1)), row.getBigDecimal(2)),
                reach.valuesBefore());
        return values;
    }

    private Map<String, Long> overdue(LocalDate today) {
        ReachSql reach = reach();
        Map<String, Long> counts = new HashMap<>();
        sql.query(
                "SELECT a.customer_class_id, COUNT(*) FROM account a WHERE a.tenant_id = ?" + reach.and()
                        + " AND a.deleted_at IS NULL AND a.contact_due < ? AND a.customer_class_id IS NOT NULL"
                        + " GROUP BY a.customer_class_id",
                row -> counts.put(RecordId.format(row.getLong(1)), row.getLong(2)),
                reach.valuesBefore(today));
        return counts;
    }

    private List<MapView.Process> processes(Map<String, Long> counts, Map<String, Long> overdue) {
        return records
                .list(
                        CareProcesses.OBJECT,
                        RecordQuery.all()
                                .sort(SortKey.parse("position"))
                                .limit(MOST)
                                .withLabels())
                .items()
                .stream()
                .map(process -> process(process, counts, overdue))
                .toList();
    }

    private static MapView.Process process(RecordView process, Map<String, Long> counts, Map<String, Long> overdue) {
        Optional<String> type = Optional.of(process.text("customerClass")).filter(id -> !id.isEmpty());
        return new MapView.Process(
                process.id(),
                process.text("name"),
                process.text("phase"),
                type,
                process.text("cadence"),
                Objects.toString(process.labels().get("owner"), ""),
                type.map(id -> counts.getOrDefault(id, 0L)).orElse(0L),
                type.map(id -> overdue.getOrDefault(id, 0L)).orElse(0L));
    }

    /** Whether the caller may shape the map. */
    public boolean isEditable() {
        return access.allows(Feature.CUSTOMISE)
                && access.allows(objects.require(CustomerClasses.OBJECT), Operation.UPDATE);
    }
}
