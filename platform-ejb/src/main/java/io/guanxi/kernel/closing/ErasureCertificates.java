package io.guanxi.kernel.closing;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.closing.Closing.Step;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.people.PeopleChanged;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Certificates of what was erased. Platform data: for operators, and mailed to who was the owner. */
@Stateless
public class ErasureCertificates {

    private static final String SELECT =
            "SELECT id, tenant_id, slug, closed_at, erased_at, total, content, digest, seal FROM erasure_certificate ";

    private static final int MOST = 200;

    @Inject
    @ConfigProperty(name = "guanxi.secret.key")
    private String secret;

    @Inject
    private SqlGateway sql;

    @Inject
    private Tenants tenants;

    @Inject
    private Event<PeopleChanged> changes;

    private record Count(String store, String name, long amount) {}

    /** The latest certificates, at most 200. */
    public List<ErasureCertificate> latest() {
        return sql.queryPlatform(SELECT + "ORDER BY id DESC LIMIT " + MOST, this::read);
    }

    /** The certificate of an id. */
    public Optional<ErasureCertificate> find(String id) {
        var number = RecordId.parse(id);
        return number.isEmpty()
                ? Optional.empty()
                : sql.queryPlatform(SELECT + "WHERE id = ?", this::read, number.getAsLong()).stream()
                        .findFirst();
    }

    /** The certificate of a company that is gone. */
    public Optional<ErasureCertificate> ofTenant(int tenant) {
        return sql.queryPlatform(SELECT + "WHERE tenant_id = ?", this::read, tenant).stream()
                .findFirst();
    }

    /** Issues the certificate of a company of which nothing is left but its own row, which goes with it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void issue(Closing closing) {
        int tenant = CallContext.require().tenantId();
        String slug = tenants.find(tenant).map(Tenant::slug).orElseThrow();
        long id = RecordId.next();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Count> counts = counts(tenant);
        long total = counts.stream().mapToLong(Count::amount).sum();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("certificate", RecordId.format(id));
        content.put("tenant", slug);
        content.put("tenantId", tenant);
        content.put(
                "closedAt", closing.closedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        content.put("erasedAt", now.toString());
        content.put("erased", counts.stream().map(ErasureCertificates::line).toList());
        content.put("total", total);
        content.put("left", 0);
        String text = JsonTree.write(content);
        ErasureSeal seal = ErasureSeal.of(secret, text);
        sql.updatePlatform(
                "INSERT INTO erasure_certificate (id, tenant_id, slug, closed_at, erased_at, total, content, digest, seal)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                tenant,
                slug,
                ClosingRows.utc(closing.closedAt()),
                ClosingRows.utc(now),
                total,
                text,
                seal.digest(),
                seal.signature());
        sql.updatePlatform("DELETE FROM tenant_erasure_count WHERE tenant_id = ?", tenant);
        sql.updatePlatform("DELETE FROM tenant WHERE id = ?", tenant);
        sql.updatePlatform(
                "UPDATE tenant_closing SET step = ?, reason = '', leased_until = NULL WHERE tenant_id = ?",
                Step.CERTIFIED.name(),
                tenant);
        changes.fire(new PeopleChanged(tenant));
    }

    private List<Count> counts(int tenant) {
        return sql.queryPlatform(
                "SELECT store, name, amount FROM tenant_erasure_count WHERE tenant_id = ? AND amount > 0 ORDER BY store, name",
                row -> new Count(row.getString(1), row.getString(2), row.getLong(3)),
                tenant);
    }

    private static Map<String, Object> line(Count count) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("store", count.store());
        line.put("name", count.name());
        line.put("count", count.amount());
        return line;
    }

    private ErasureCertificate read(ResultSet row) throws SQLException {
        String content = row.getString(7);
        ErasureSeal seal = ErasureSeal.of(secret, content);
        return new ErasureCertificate(
                RecordId.format(row.getLong(1)),
                row.getInt(2),
                row.getString(3),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong(6),
                content,
                row.getString(8),
                row.getString(9),
                seal.equals(new ErasureSeal(row.getString(8), row.getString(9))));
    }
}
