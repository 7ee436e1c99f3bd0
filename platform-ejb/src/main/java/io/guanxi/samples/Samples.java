package io.guanxi.samples;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.PastRecords;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.TenantBound;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The samples of the caller's tenant: which records they are, and how they came to be. */
@Stateless
@TenantBound
public class Samples {

    private static final String FILE = "records";

    @Inject
    private SqlGateway sql;

    @Inject
    private Tenants tenants;

    @Inject
    private PastRecords records;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy policy;

    /** A sample by its object's name and its id. */
    public record Sample(String object, long id) {}

    /**
     * Makes the samples: all of them or none, and none when there are some. For the product itself, which stands as their
     * author, so that whatever a person does to one is told from it.
     *
     * @param owner the member who owns them
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void fill(long owner) {
        Caller caller = CallContext.require();
        if (caller.kind() != Caller.Kind.SYSTEM) {
            throw new AccessDenied("samples:write");
        }
        if (count() > 0) {
            return;
        }
        Tenant tenant = tenants.find(caller.tenantId()).orElseThrow();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Map<String, String> ids = new HashMap<>();
        SampleRecord sample = new SampleRecord(tenant, RecordId.format(owner), ids);
        List<Object[]> rows = new ArrayList<>();
        for (Map<String, Object> one :
                DataFile.read(Samples.class, tenant.locale().toLanguageTag(), FILE)) {
            ObjectDescriptor object = objects.require((String) one.remove("object"));
            PastRecord past = new PastRecord(one, List.of(), tenant.zone(), LocalDate.ofInstant(now, tenant.zone()));
            String id = records.create(object.name(), sample.input(object, past.first()), past.createdAt());
            ids.put((String) one.get("key"), id);
            rows.add(new Object[] {object.name(), RecordId.parse(id).orElseThrow(), rows.size()});
        }
        sql.batch("INSERT INTO sample_record (tenant_id, object, record_id, made) VALUES (?, ?, ?, ?)", rows);
    }

    /** How many there are; 0 when they were removed or the tenant began without. */
    public int count() {
        return sql.query("SELECT COUNT(*) FROM sample_record WHERE tenant_id = ?", row -> row.getInt(1))
                .get(0);
    }

    /** All of them, what points to others before what it points to. Needs {@link Feature#ADMINISTER}. */
    public List<Sample> list() {
        policy.require(Feature.ADMINISTER);
        return sql.query(
                "SELECT object, record_id FROM sample_record WHERE tenant_id = ? ORDER BY made DESC",
                row -> new Sample(row.getString(1), row.getLong(2)));
    }

    /** Those that somebody has changed since. Needs {@link Feature#ADMINISTER}. */
    public Set<Sample> edited() {
        policy.require(Feature.ADMINISTER);
        return new LinkedHashSet<>(sql.query(
                "SELECT DISTINCT s.object, s.record_id FROM sample_record s JOIN record_change c"
                        + " ON c.tenant_id = s.tenant_id AND c.object = s.object AND c.record_id = s.record_id"
                        + " WHERE s.tenant_id = ? AND c.made_by_kind <> ? AND c.action <> ?",
                row -> new Sample(row.getString(1), row.getLong(2)),
                Caller.Kind.SYSTEM.name(),
                "DELETED"));
    }

    /** Whether anybody but the product has made or changed a record. */
    public boolean isWorkBegun() {
        return !sql.query(
                        "SELECT c.id FROM record_change c WHERE c.tenant_id = ? AND c.made_by_kind <> ? LIMIT 1",
                        row -> row.getLong(1),
                        Caller.Kind.SYSTEM.name())
                .isEmpty();
    }

    /** From now on they are records like any other. Needs {@link Feature#ADMINISTER}. */
    public void forget() {
        policy.require(Feature.ADMINISTER);
        sql.update("DELETE FROM sample_record WHERE tenant_id = ?");
    }
}
