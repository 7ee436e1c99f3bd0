package io.guanxi.kernel.tenancy;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.people.PeopleChanged;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The subscribing companies. Platform data: used by log-in, operators and start-up; a tenant's own people reach their one
 * through {@link io.guanxi.kernel.company.CompanySettings}.
 */
@Stateless
public class Tenants {

    private static final String COLUMNS = "SELECT id, slug, name, locale, zone, country, currency, status FROM tenant";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private SqlGateway sql;

    @Inject
    private Event<PeopleChanged> changes;

    /** Asked at every request: one statement, without a transaction of its own. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Tenant> find(int id) {
        return sql.queryPlatform(COLUMNS + " WHERE id = ?", Tenants::read, id).stream()
                .findFirst();
    }

    public Optional<Tenant> findBySlug(String slug) {
        return sql.queryPlatform(COLUMNS + " WHERE slug = ?", Tenants::read, slug).stream()
                .findFirst();
    }

    /** Whether the slug is a tenant's, or was one's that is gone: nobody gets an address by which another was known. */
    public boolean isTaken(String slug) {
        return findBySlug(slug).isPresent()
                || !sql.queryPlatform("SELECT id FROM erasure_certificate WHERE slug = ?", row -> row.getLong(1), slug)
                        .isEmpty();
    }

    /**
     * Tenants by name, for operators.
     *
     * @param text  how name or slug begin; empty for all
     * @param after id of the last tenant already read; unknown begins at the first
     */
    public List<Tenant> page(String text, int after, int limit) {
        String prefix = text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        Optional<Tenant> last = find(after);
        String name = last.map(Tenant::name).orElse("");
        return sql.queryPlatform(
                COLUMNS + " WHERE (name LIKE ? ESCAPE '!' OR slug LIKE ? ESCAPE '!')"
                        + " AND (name > ? OR name = ? AND id > ?) ORDER BY name, id LIMIT ?",
                Tenants::read,
                prefix,
                prefix,
                name,
                name,
                last.map(Tenant::id).orElse(0),
                limit);
    }

    /** How many tenants there are. */
    public long count() {
        return sql.queryPlatform("SELECT COUNT(*) FROM tenant", row -> row.getLong(1))
                .get(0);
    }

    /**
     * Takes a tenant from one status to another; acts on running sessions and tokens within seconds.
     *
     * @return false when it has another status than that, and keeps it
     */
    public boolean change(int id, Tenant.Status from, Tenant.Status to) {
        boolean isChanged = sql.updatePlatform(
                        "UPDATE tenant SET status = ?, status_since = ? WHERE id = ? AND status = ?",
                        to.name(),
                        LocalDateTime.now(ZoneOffset.UTC),
                        id,
                        from.name())
                == 1;
        changes.fire(new PeopleChanged(id));
        return isChanged;
    }

    /** Since when a tenant has had its status. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Instant> statusSince(int id) {
        return sql
                .queryPlatform(
                        "SELECT status_since FROM tenant WHERE id = ?",
                        row -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        id)
                .stream()
                .findFirst();
    }

    /** Ids of the tenants of a status, at most 1,000. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Integer> of(Tenant.Status status) {
        return sql.queryPlatform(
                "SELECT id FROM tenant WHERE status = ? ORDER BY status_since, id LIMIT 1000",
                row -> row.getInt(1),
                status.name());
    }

    /** All tenants by name, at most 1,000. */
    public List<Tenant> list() {
        return sql.queryPlatform(COLUMNS + " ORDER BY name, id LIMIT 1000", Tenants::read);
    }

    /** An id that no tenant has yet. */
    public int unusedId() {
        int id;
        do {
            id = RANDOM.nextInt(1_000_000, Integer.MAX_VALUE);
        } while (find(id).isPresent());
        return id;
    }

    /**
     * @throws DuplicateValue when the slug is taken
     */
    public void create(Tenant tenant) {
        if (isTaken(tenant.slug())) {
            throw new DuplicateValue("slug");
        }
        sql.updatePlatform(
                "INSERT INTO tenant (id, slug, name, locale, zone, country, currency, status, status_since, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant.id(),
                tenant.slug(),
                tenant.name(),
                tenant.locale().toLanguageTag(),
                tenant.zone().getId(),
                tenant.country(),
                tenant.currency(),
                tenant.status().name(),
                LocalDateTime.now(ZoneOffset.UTC),
                LocalDateTime.now(ZoneOffset.UTC));
    }

    /** Changes what its admins may change: all but id, slug and status. */
    public void change(Tenant tenant) {
        sql.updatePlatform(
                "UPDATE tenant SET name = ?, locale = ?, zone = ?, country = ?, currency = ? WHERE id = ?",
                tenant.name(),
                tenant.locale().toLanguageTag(),
                tenant.zone().getId(),
                tenant.country(),
                tenant.currency(),
                tenant.id());
    }

    private static Tenant read(ResultSet row) throws SQLException {
        return new Tenant(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                Locale.forLanguageTag(row.getString(4)),
                ZoneId.of(row.getString(5)),
                row.getString(6),
                row.getString(7),
                Tenant.Status.valueOf(row.getString(8)));
    }
}
