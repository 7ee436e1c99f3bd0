package io.guanxi.infra.bench;

import io.guanxi.infra.text.Text;
import io.guanxi.kernel.id.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;

/** The other tenants of the database: small companies that sleep while one of them is measured. */
final class Neighbours {

    private static final int FIRST_ID = 1_700_000_000;
    private static final int ACCOUNTS_OF_EACH = 10;
    private static final int TOLD_EVERY = 1_000;

    private final Connection connection;
    private final Consumer<String> progress;
    private final LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);

    Neighbours(Connection connection, Consumer<String> progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /** Makes sure that there are that many, with records of their own. */
    void fill(int tenants) throws SQLException {
        for (int i = there(); i < tenants; i++) {
            add(FIRST_ID + i, "neighbour-" + i);
            if ((i + 1) % TOLD_EVERY == 0 || i + 1 == tenants) {
                progress.accept(Text.of("bench.neighbours", i + 1));
            }
        }
    }

    private int there() throws SQLException {
        try (PreparedStatement count =
                        connection.prepareStatement("SELECT COUNT(*) FROM tenant WHERE slug LIKE 'neighbour-%'");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** All its rows are committed together: a tenant that was broken off is made again. */
    private void add(int id, String slug) throws SQLException {
        long owner = RecordId.next();
        try (BatchInsert tenant = new BatchInsert(
                        connection, "tenant", "id, slug, name, locale, zone, country, currency, status, created_at");
                BatchInsert subscription = new BatchInsert(
                        connection, "subscription", "tenant_id, id, version, plan, status, created_at");
                BatchInsert member = new BatchInsert(
                        connection,
                        "member",
                        "tenant_id, id, version, subject, email, name, role, status, created_at")) {
            connection.setAutoCommit(false);
            tenant.add(id, slug, slug, "en", "UTC", "DE", "EUR", "ACTIVE", now);
            tenant.flush();
            subscription.add(id, 1L, 1L, "enterprise", "ACTIVE", now);
            subscription.flush();
            member.add(
                    id,
                    owner,
                    1L,
                    UUID.randomUUID().toString(),
                    "owner@" + slug + ".example",
                    "Owner",
                    "OWNER",
                    "ACTIVE",
                    now);
            member.flush();
        }
        new RowLoader(connection, id, owner, told -> {}).load(0, ACCOUNTS_OF_EACH);
    }
}
