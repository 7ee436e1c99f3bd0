package io.guanxi.kernel.portability;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.audit.SealTransfer;
import io.guanxi.kernel.company.CompanyChanged;
import io.guanxi.kernel.custom.DefinitionVersion;
import io.guanxi.kernel.database.ColumnShape;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.people.PeopleChanged;
import io.guanxi.kernel.search.SearchRebuild;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the rows of an archive in the place of all that the caller's tenant has, in one transaction: all of it happens or nothing,
 * however it ends. Who reads meanwhile sees what was there before; who writes waits.
 */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TenantLoad {

    private static final int BATCH = 500;
    private static final int PORTION = 20_000;

    @Inject
    private SqlGateway sql;

    @Inject
    private PortableSchema schema;

    @Inject
    private Tenants tenants;

    @Inject
    private SealTransfer seals;

    @Inject
    private AuditTrail trail;

    @Inject
    private DefinitionVersion definitions;

    @Inject
    private SearchRebuild search;

    @Inject
    private LoadedPeople people;

    @Inject
    private Emptiness emptiness;

    @Inject
    private LoadedUse use;

    @Inject
    private Event<PeopleChanged> peopleChanges;

    @Inject
    private Event<CompanyChanged> companyChanges;

    /**
     * Whose data it is to be.
     *
     * @param known    people of the tenant as they are now
     * @param used     what the tenant uses now, by the name of the limit
     * @param isOwn    whether the archive is of this very tenant: then it becomes what it was; any other wants an empty one
     * @param fileName for the audit
     */
    public record Plan(List<LoadedPeople.Known> known, Map<String, Long> used, boolean isOwn, String fileName) {}

    /**
     * Replaces everything.
     *
     * @return how many rows were put in
     */
    public long replace(ArchiveFile archive, Plan plan) {
        int tenant = CallContext.require().tenantId();
        String chain = seals.lastHash();
        // Every row of the tenant points to this one: nobody adds any until the end.
        sql.queryPlatform("SELECT id FROM tenant WHERE id = ? FOR UPDATE", row -> row.getInt(1), tenant);
        long version = definitionVersion();
        if (!plan.isOwn()) {
            emptiness.require();
        }
        empty(tenant);
        long rows = fill(archive);
        sql.change("UPDATE job SET status = 'CANCELLED' WHERE status IN ('QUEUED', 'RUNNING') AND tenant_id = ?");
        people.settle(plan.known(), plan.isOwn());
        if (!plan.isOwn()) {
            if (!seals.takeOver(archive.manifest().tenant().id())) {
                throw ArchiveRefused.ofSeals();
            }
            sql.change("UPDATE partner_client SET active = FALSE WHERE tenant_id = ?");
        }
        adopt(tenant, archive.manifest().tenant());
        sql.update(
                "INSERT INTO custom_version (tenant_id, version) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE version = GREATEST(version, ?)",
                version,
                version);
        definitions.lock();
        definitions.tell();
        search.order();
        tell(archive.manifest(), plan, rows, chain);
        use.settle(plan.used());
        peopleChanges.fire(new PeopleChanged(tenant));
        companyChanges.fire(new CompanyChanged(tenant));
        return rows;
    }

    private long definitionVersion() {
        return sql
                .query("SELECT version FROM custom_version WHERE tenant_id = ? FOR UPDATE", row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    private void empty(int tenant) {
        sql.updatePlatform("DELETE FROM job_queue WHERE tenant_id = ?", tenant);
        schema.emptied().forEach(this::empty);
        List<PortableTable> tables = schema.tables();
        for (int i = tables.size() - 1; i >= 0; i--) {
            if (!tables.get(i).deferred().isEmpty()) {
                sql.update(tables.get(i).untie());
            }
            empty(tables.get(i).name());
        }
    }

    /** In portions: a statement may not take longer than half a minute. */
    private void empty(String table) {
        String statement = "DELETE FROM " + PortableTable.quoted(table) + " WHERE tenant_id = ? LIMIT " + PORTION;
        int gone = sql.update(statement);
        while (gone == PORTION) {
            gone = sql.update(statement);
        }
    }

    private long fill(ArchiveFile archive) {
        long rows = 0;
        try {
            for (PortableTable table : schema.tables()) {
                rows += fill(archive, table);
                if (!table.deferred().isEmpty()) {
                    complete(archive, table);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private long fill(ArchiveFile archive, PortableTable table) throws IOException {
        String insert = table.insert();
        long count = 0;
        List<Object[]> batch = new ArrayList<>();
        long characters = 0;
        try (ArchiveFile.Lines lines = archive.lines(table)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Map<String, Object> row = RowText.read(table, line);
                batch.add(table.columns().stream()
                        .map(column -> table.deferred().contains(column.name())
                                ? null
                                : RowText.parse(table, column, row.get(column.name())))
                        .toArray());
                characters += line.length();
                count++;
                if (batch.size() == BATCH || characters > 1 << 20) {
                    put(table, insert, batch);
                    characters = 0;
                }
            }
        }
        put(table, insert, batch);
        return count;
    }

    /** What the database will not have is the archive's fault, unless the database is away. */
    private void put(PortableTable table, String insert, List<Object[]> batch) {
        RowRefusal.telling(table.name(), () -> sql.batch(insert, batch));
        batch.clear();
    }

    private void complete(ArchiveFile archive, PortableTable table) throws IOException {
        List<String> deferred = table.deferred().stream().sorted().toList();
        Map<String, ColumnShape> columns = new LinkedHashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), column));
        List<Object[]> batch = new ArrayList<>();
        try (ArchiveFile.Lines lines = archive.lines(table)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Map<String, Object> row = RowText.read(table, line);
                if (deferred.stream().anyMatch(row::containsKey)) {
                    List<Object> values = new ArrayList<>();
                    deferred.forEach(name -> values.add(RowText.parse(table, columns.get(name), row.get(name))));
                    table.key().forEach(column -> values.add(RowText.parse(table, column, row.get(column.name()))));
                    batch.add(values.toArray());
                }
                if (batch.size() == BATCH) {
                    link(table, batch);
                }
            }
        }
        link(table, batch);
    }

    private void link(PortableTable table, List<Object[]> batch) {
        RowRefusal.telling(table.name(), () -> sql.changeAll(table.complete(), batch));
        batch.clear();
    }

    /** What the company calls itself comes with its data; how its addresses begin stays. */
    private void adopt(int id, Tenant archived) {
        Tenant now = tenants.find(id).orElseThrow();
        tenants.change(new Tenant(
                id,
                now.slug(),
                archived.name(),
                archived.locale(),
                archived.zone(),
                archived.country(),
                archived.currency(),
                now.status()));
    }

    private void tell(Manifest manifest, Plan plan, long rows, String chain) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("file", plan.fileName());
        details.put("of", manifest.tenant().slug());
        details.put("madeAt", manifest.madeAt());
        details.put("rows", rows);
        // The chain of seals that ends here, for who keeps its last link elsewhere.
        details.put("sealBefore", chain);
        trail.done(
                AuditArea.TENANT,
                plan.isOwn() ? AuditAction.RESTORED : AuditAction.IMPORTED,
                manifest.tenant().slug(),
                manifest.tenant().name(),
                details);
    }
}
