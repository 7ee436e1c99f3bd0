package io.guanxi.kernel.people;

import io.guanxi.kernel.access.Rights;
import io.guanxi.kernel.access.RightsJson;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.database.SqlGateway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the caller's tenant has said about roles, in the database. */
final class RoleStore {

    private static final String SELECT =
            "SELECT name, version, label, description, rights FROM role_definition WHERE tenant_id = ?";

    private final SqlGateway sql;

    RoleStore(SqlGateway sql) {
        this.sql = sql;
    }

    /** What a role may do; nothing when the tenant has no such role. */
    Rights rights(Role role) {
        if (role.isUnbounded()) {
            return Rights.ALL;
        }
        return find(role)
                .map(RoleDefinition::rights)
                .orElseGet(() -> role.isShipped() ? role.shippedRights() : Rights.NONE);
    }

    /** What was said about it. */
    Optional<RoleDefinition> find(Role role) {
        return sql.query(SELECT + " AND name = ?", RoleStore::read, role.name()).stream()
                .findFirst();
    }

    /** Everything that was said. */
    List<RoleDefinition> all() {
        return sql.query(SELECT + " ORDER BY label, name", RoleStore::read);
    }

    /** Nobody else changes what was said until the transaction ends. */
    void lock(Role role) {
        sql.query(SELECT + " AND name = ? FOR UPDATE", RoleStore::read, role.name());
    }

    /** What pointed to the role points to nothing. */
    void forget(Role role) {
        if (!role.isShipped()) {
            String key = Grantee.role(role).key();
            sql.update("DELETE FROM sharing_rule WHERE tenant_id = ? AND (source = ? OR grantee = ?)", key, key);
            sql.update("DELETE FROM record_share WHERE tenant_id = ? AND grantee = ?", key);
        }
    }

    void insert(RoleDefinition role, long by) {
        sql.update(
                "INSERT INTO role_definition (tenant_id, name, version, label, description, rights, updated_at, updated_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                role.role().name(),
                role.version(),
                role.label().isEmpty() ? null : role.label(),
                role.description(),
                RightsJson.write(role.rights()),
                LocalDateTime.now(ZoneOffset.UTC),
                by);
    }

    void delete(Role role) {
        sql.update("DELETE FROM role_definition WHERE tenant_id = ? AND name = ?", role.name());
    }

    /** How many people are what. */
    long members(Role role) {
        return sql.query(
                        "SELECT COUNT(*) FROM member WHERE tenant_id = ? AND role = ?",
                        row -> row.getLong(1),
                        role.name())
                .get(0);
    }

    /** The same of every role that somebody has, by its name. */
    Map<String, Long> members() {
        Map<String, Long> members = new HashMap<>();
        sql.query(
                "SELECT role, COUNT(*) FROM member WHERE tenant_id = ? GROUP BY role",
                row -> members.put(row.getString(1), row.getLong(2)));
        return members;
    }

    private static RoleDefinition read(ResultSet row) throws SQLException {
        return new RoleDefinition(
                new Role(row.getString(1)),
                row.getLong(2),
                Objects.toString(row.getString(3), ""),
                Objects.toString(row.getString(4), ""),
                RightsJson.read(row.getString(5)));
    }
}
