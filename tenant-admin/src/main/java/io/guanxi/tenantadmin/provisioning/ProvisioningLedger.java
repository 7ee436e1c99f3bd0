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
import java.util.Locale;
import java.util.Optional;

/** How far the making of every tenant has come. Each call is a transaction of its own: what it says has happened. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ProvisioningLedger {

    private static final String SELECT = "SELECT slug, tenant_id, name, owner_email, locale, zone, country, currency,"
            + " step, failure, refused, owner_mailed, sign_up_id, owner_name, samples, terms, privacy, accepted_at"
            + " FROM tenant_provisioning";

    private static final String FREE = " (leased_until IS NULL OR leased_until < ?)";

    /** Longer than any step takes: a run that has not renewed it is dead. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int LONGEST_FAILURE = 500;

    @Inject
    private SqlGateway sql;

    /** The one under that slug. */
    public Optional<Provisioning> find(String slug) {
        return sql.queryPlatform(SELECT + " WHERE slug = ?", ProvisioningLedger::read, slug).stream()
                .findFirst();
    }

    /** The one that came of a sign-up. */
    public Optional<Provisioning> findBySignUp(long signUp) {
        return sql.queryPlatform(SELECT + " WHERE sign_up_id = ?", ProvisioningLedger::read, signUp).stream()
                .findFirst();
    }

    /** The one of a tenant; empty when it was not made here, as those of the demo. */
    public Optional<Provisioning> findByTenant(int tenant) {
        return sql.queryPlatform(SELECT + " WHERE tenant_id = ?", ProvisioningLedger::read, tenant).stream()
                .findFirst();
    }

    /** Of the same name for the same owner, made by an operator. */
    public Optional<Provisioning> findSame(String name, String ownerEmail) {
        return sql
                .queryPlatform(
                        SELECT + " WHERE owner_email = ? AND name = ? AND sign_up_id IS NULL ORDER BY created_at",
                        ProvisioningLedger::read,
                        ownerEmail,
                        name)
                .stream()
                .findFirst();
    }

    /** Stores a new one, unless there is one of that slug or of that sign-up: then that one stays as it is. */
    public void add(Provisioning one) {
        NewTenant wanted = one.wanted();
        Optional<SelfSignUp> itself = wanted.signUp();
        Timestamp now = now();
        sql.updatePlatform(
                "INSERT INTO tenant_provisioning (slug, tenant_id, name, owner_email, locale, zone, country, currency,"
                        + " step, refused, attempted_at, created_at, sign_up_id, owner_name, samples, terms, privacy,"
                        + " accepted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE slug = slug",
                one.slug(),
                one.tenantId(),
                wanted.name(),
                wanted.ownerEmail(),
                wanted.locale().toLanguageTag(),
                wanted.zone().getId(),
                wanted.country(),
                wanted.currency(),
                one.step().name(),
                false,
                now,
                now,
                itself.map(SelfSignUp::id).orElse(null),
                itself.map(SelfSignUp::ownerName).orElse(null),
                itself.map(SelfSignUp::samples).orElse(false),
                itself.map(SelfSignUp::terms).orElse(null),
                itself.map(SelfSignUp::privacy).orElse(null),
                itself.map(SelfSignUp::acceptedAt).map(Timestamp::from).orElse(null));
    }

    /** Takes one to go on with; false while another run, here or on another node, is at it. */
    public boolean take(String slug) {
        Timestamp now = now();
        return sql.updatePlatform(
                        "UPDATE tenant_provisioning SET leased_until = ?, attempted_at = ? WHERE slug = ? AND" + FREE,
                        leaseEnd(),
                        now,
                        slug,
                        now)
                == 1;
    }

    /** The step was done, and the run goes on. */
    public void reached(String slug, Provisioning.Step step, boolean ownerMailed) {
        sql.updatePlatform(
                "UPDATE tenant_provisioning SET step = ?, owner_mailed = ?, failure = NULL, refused = ?,"
                        + " attempted_at = ?, leased_until = ? WHERE slug = ?",
                step.name(),
                ownerMailed,
                false,
                now(),
                leaseEnd(),
                slug);
    }

    /** The run came to its end: another may take it up. */
    public void leave(String slug) {
        sql.updatePlatform("UPDATE tenant_provisioning SET leased_until = NULL WHERE slug = ?", slug);
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

    /** One that is not complete and that nobody has gone on with for that long. */
    public Optional<Provisioning> findStale(Duration age) {
        return sql
                .queryPlatform(
                        SELECT + " WHERE step <> ? AND refused = ? AND attempted_at < ? AND" + FREE
                                + " ORDER BY attempted_at LIMIT 1",
                        ProvisioningLedger::read,
                        Provisioning.Step.READY.name(),
                        false,
                        Timestamp.from(Instant.now().minus(age)),
                        now())
                .stream()
                .findFirst();
    }

    private static Timestamp leaseEnd() {
        return Timestamp.from(Instant.now().plus(LEASE));
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }

    private static Provisioning read(ResultSet row) throws SQLException {
        NewTenant wanted = new NewTenant(
                row.getString(3),
                Optional.of(row.getString(1)),
                row.getString(4),
                Locale.forLanguageTag(row.getString(5)),
                ZoneId.of(row.getString(6)),
                row.getString(7),
                row.getString(8),
                signUp(row));
        return new Provisioning(
                row.getString(1),
                row.getInt(2),
                wanted,
                Provisioning.Step.valueOf(row.getString(9)),
                row.getBoolean(12),
                Optional.ofNullable(row.getString(10)),
                row.getBoolean(11));
    }

    private static Optional<SelfSignUp> signUp(ResultSet row) throws SQLException {
        long id = row.getLong(13);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new SelfSignUp(
                        id,
                        row.getString(14),
                        row.getBoolean(15),
                        row.getString(16),
                        row.getString(17),
                        row.getTimestamp(18).toInstant()));
    }
}
