package io.guanxi.infra.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.infra.settings.Setting;
import io.guanxi.kernel.access.FieldRight;
import io.guanxi.kernel.access.ObjectRights;
import io.guanxi.kernel.access.Rights;
import io.guanxi.kernel.access.RightsJson;
import io.guanxi.kernel.access.Scope;
import io.guanxi.kernel.id.RecordId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The tenant that is measured, seen from its database: rows are put there and ids are read. */
final class BenchTenant implements AutoCloseable {

    private static final String GRANTS =
            "accounts:delete accounts:read accounts:write contacts:delete contacts:read contacts:write";

    private static final String NARROW = "BENCH_NARROW";

    private final Connection connection;
    private final int id;

    /**
     * @param environment what the application is told
     * @param slug        of a tenant that exists
     */
    BenchTenant(Map<String, String> environment, String slug) throws SQLException {
        connection = DriverManager.getConnection(
                environment.get(Setting.DB_URL.variable()),
                environment.get(Setting.DB_USER.variable()),
                environment.get(Setting.DB_PASSWORD.variable()));
        id = (int) number("SELECT id FROM tenant WHERE slug = ?", slug);
    }

    int id() {
        return id;
    }

    /** Lets a client of Keycloak in. */
    void admit(String clientId) throws SQLException {
        if (number("SELECT COUNT(*) FROM partner_client WHERE tenant_id = ? AND client_id = ?", id, clientId) == 0) {
            try (BatchInsert row = new BatchInsert(
                    connection,
                    "partner_client",
                    "tenant_id, id, version, client_id, name, grants, active, created_at")) {
                row.add(id, RecordId.next(), 1L, clientId, clientId, GRANTS, true, LocalDateTime.now(ZoneOffset.UTC));
                row.flush();
            }
        }
    }

    /** Lets somebody in who sees a tenth of the accounts, which are theirs, and not what those earn. */
    void admitNarrow(String email) throws SQLException {
        if (number("SELECT COUNT(*) FROM member WHERE tenant_id = ? AND email = ?", id, email) > 0) {
            return;
        }
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        ObjectRights own = new ObjectRights(
                Scope.OWN, true, Scope.OWN, Scope.OWN, false, false, Map.of("annualRevenue", FieldRight.HIDDEN));
        Rights rights = new Rights(Set.of(), own, own, Map.of("account", own));
        long member = RecordId.next();
        connection.setAutoCommit(false);
        try (BatchInsert role = new BatchInsert(
                        connection, "role_definition", "tenant_id, name, version, label, rights, updated_at");
                BatchInsert person = new BatchInsert(
                        connection, "member", "tenant_id, id, version, email, name, role, status, created_at");
                PreparedStatement owned = connection.prepareStatement(
                        "UPDATE account SET owner_id = ? WHERE tenant_id = ? AND id % 10 = 0")) {
            role.add(id, NARROW, 1L, "Narrow", json(rights), now);
            role.flush();
            person.add(id, member, 1L, email, "Bench Narrow", NARROW, "INVITED", now);
            person.flush();
            owned.setLong(1, member);
            owned.setInt(2, id);
            owned.executeUpdate();
            connection.commit();
        }
    }

    /** Jackson writes it: what the product writes JSON with is the server's and not here. */
    private static String json(Rights rights) {
        try {
            return new ObjectMapper().writeValueAsString(RightsJson.tree(rights));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Gives the tenant the largest plan, so that no measurement ends at a limit. */
    void entitle() throws SQLException {
        try (PreparedStatement plan = connection.prepareStatement(
                "UPDATE subscription SET plan = 'enterprise', status = 'ACTIVE', trial_ends_at = NULL WHERE tenant_id = ?")) {
            plan.setInt(1, id);
            plan.executeUpdate();
        }
    }

    /** Agrees how many calls it may make a minute; 0 for no limit. */
    void limitCalls(int perMinute) throws SQLException {
        try (PreparedStatement old = connection.prepareStatement(
                "DELETE FROM subscription_limit WHERE tenant_id = ? AND name = 'apiCallsPerMinute'")) {
            old.setInt(1, id);
            old.executeUpdate();
        }
        if (perMinute > 0) {
            try (BatchInsert row =
                    new BatchInsert(connection, "subscription_limit", "tenant_id, id, version, name, allowed")) {
                row.add(id, RecordId.next(), 1L, "apiCallsPerMinute", (long) perMinute);
                row.flush();
            }
        }
    }

    /** Makes sure that there are that many accounts, with their contacts. */
    void fill(int accounts, Consumer<String> progress) throws SQLException {
        int there = (int) number("SELECT COUNT(*) FROM account WHERE tenant_id = ?", id);
        if (there < accounts) {
            long owner = number("SELECT MIN(id) FROM member WHERE tenant_id = ?", id);
            new RowLoader(connection, id, owner, progress).load(there, accounts);
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE TABLE account, contact, record_change");
            }
            // Rows that come past the product leave no events: the search index is to be built anew.
            try (BatchInsert event =
                    new BatchInsert(connection, "record_event", "tenant_id, object, record_id, kind, made_at")) {
                event.add(id, "!search", 0L, "UPDATED", LocalDateTime.now(ZoneOffset.UTC));
                event.flush();
            }
            connection.commit();
        }
    }

    /** Makes sure that it has fields and objects of its own. */
    void shape(int fields, int objects) throws SQLException {
        new OwnDefinitions(connection, id).fill(fields, objects);
    }

    /** Makes sure that there are that many other tenants in the database. */
    void among(int tenants, Consumer<String> progress) throws SQLException {
        new Neighbours(connection, progress).fill(tenants);
    }

    /** Ids of all accounts, in their outer form. */
    String[] accountIds() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM account WHERE tenant_id = ? AND deleted_at IS NULL")) {
            statement.setInt(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                java.util.List<String> ids = new java.util.ArrayList<>();
                while (rows.next()) {
                    ids.add(RecordId.format(rows.getLong(1)));
                }
                return ids.toArray(String[]::new);
            }
        }
    }

    /** Rows of a table that belong to the tenant. */
    long rows(String table) throws SQLException {
        return number("SELECT COUNT(*) FROM " + table + " WHERE tenant_id = ?", id);
    }

    private long number(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("nothing found: " + sql);
                }
                return row.getLong(1);
            }
        }
    }

    /** What the database has done up to now, for this tenant and everybody else. */
    DatabaseWork databaseWork() {
        return DatabaseWork.of(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
