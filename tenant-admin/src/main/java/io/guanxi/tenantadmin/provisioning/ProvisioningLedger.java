package io.guanxi.tenantadmin.provisioning;

import io.guanxi.kernel.database.SqlGateway;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far the making of every tenant has come. Each call is a transaction of its own: what it says has happened. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ProvisioningLedger {

    private static final String SELECT = "SELECT slug, tenant_id, name, owner_email, locale, zone, country, currency,"
            + " step, failure, refused FROM tenant_provisioning";

    private static final int LONGEST_FAILURE = 500;

    @Inject
    private SqlGateway sql;

    /** The one under that slug. */
    public Optional<Provisioning> find(String slug) {
        return sql.queryPlatform(SELECT + " WHERE slug = ?", ProvisioningLedger::read, slug).stream()
                .findFirst();
    }

    /** Of the same name for the same owner. */
    public Optional<Provisioning> findSame(String name, String ownerEmail) {
        return sql
                .queryPlatform(
                        SELECT + " WHERE owner_email = ? AND name = ? ORDER BY created_at",
                        ProvisioningLedger::read,
                        ownerEmail,
                        name)
                .stream()
                .findFirst();
    }

    /** Stores a new one, unless there is one of that slug: then that one stays as it is. */
    public void add(Provisioning one) {
        Timestamp now = now();
        sql.updatePlatform(
                "INSERT INTO tenant_provisioning (slug, tenant_id, name, owner_email, locale, zone, country, currency,"
                        + " step, refused, attempted_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE slug = slug",
                one.slug(),
                one.tenantId(),
                one.name(),
                one.ownerEmail(),
                one.locale().toLanguageTag(),
                one.zone().getId(),
                one.country(),
                one.currency(),
                one.step().name(),
                false,
                now,
                now);
    }

    /** The step was done. */
    public void reached(String slug, Provisioning.Step step) {
        sql.updatePlatform(
                "UPDATE tenant_provisioning SET step = ?, failure = NULL, refused = ?, attempted_at = ? WHERE slug = ?",
                step.name(),
                false,
                now(),
                slug);
    }

    /**
     * The run ended before its end.
     *
     * @param refused whether trying again without a change is of no use
     */
    public void brokeOff(String slug, String failure, boolean refused) {
        sql.updatePlatform(
                "UPDATE tenant_provisioning SET failure = ?, refused = ?, attempted_at = ? WHERE slug = ?",
                failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE)),
                refused,
                now(),
                slug);
    }

    /** Takes one that nobody has gone on with for that long; a second node that asks gets another one or none. */
    public Optional<Provisioning> takeStale(Duration age) {
        Timestamp before = Timestamp.from(Instant.now().minus(age));
        List<String> slugs = sql.queryPlatform(
                "SELECT slug FROM tenant_provisioning WHERE step <> ? AND refused = ? AND attempted_at < ?"
                        + " ORDER BY attempted_at LIMIT 10",
                row -> row.getString(1),
                Provisioning.Step.INVITED.name(),
                false,
                before);
        return slugs.stream()
                .filter(slug -> sql.updatePlatform(
                                "UPDATE tenant_provisioning SET attempted_at = ? WHERE slug = ? AND attempted_at < ?",
                                now(),
                                slug,
                                before)
                        == 1)
                .findFirst()
                .flatMap(this::find);
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }

    private static Provisioning read(ResultSet row) throws SQLException {
        return new Provisioning(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                Locale.forLanguageTag(row.getString(5)),
                ZoneId.of(row.getString(6)),
                row.getString(7),
                row.getString(8),
                Provisioning.Step.valueOf(row.getString(9)),
                Optional.ofNullable(row.getString(10)),
                row.getBoolean(11));
    }
}
