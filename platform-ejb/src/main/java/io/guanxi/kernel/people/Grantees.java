package io.guanxi.kernel.people;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everybody in the caller's tenant with whom something can be shared. Who they are is no secret within a tenant. */
@Stateless
@TenantBound
public class Grantees {

    @Inject
    private SqlGateway sql;

    /** Somebody with whom something can be shared; the label of a role that every tenant has is empty. */
    public record Named(Grantee grantee, String label) {}

    /** Whether there is such a person, team or role. */
    public boolean isThere(Grantee grantee) {
        return switch (grantee.kind()) {
            case MEMBER -> isIn("member", grantee.id());
            case TEAM -> isIn("team", grantee.id());
            case ROLE -> {
                Role role = new Role(grantee.name());
                yield role.isShipped() || new RoleStore(sql).find(role).isPresent();
            }
        };
    }

    private boolean isIn(String table, long id) {
        return !sql.query("SELECT id FROM " + table + " WHERE tenant_id = ? AND id = ?", row -> row.getLong(1), id)
                .isEmpty();
    }

    /** All of them: teams, roles, then the first people by name. */
    public List<Named> all(int people) {
        List<Named> all = new ArrayList<>(sql.query(
                "SELECT id, name FROM team WHERE tenant_id = ? ORDER BY name, id",
                row -> new Named(Grantee.team(row.getLong(1)), row.getString(2))));
        Map<Role, String> own = new HashMap<>();
        new RoleStore(sql)
                .all().stream()
                        .filter(role -> !role.role().isShipped())
                        .forEach(role -> own.put(role.role(), role.label()));
        Role.shipped().stream()
                .filter(role -> !role.isUnbounded())
                .forEach(role -> all.add(new Named(Grantee.role(role), "")));
        own.forEach((role, label) -> all.add(new Named(Grantee.role(role), label)));
        all.addAll(sql.query(
                "SELECT id, name FROM member WHERE tenant_id = ? AND status <> 'DEACTIVATED' ORDER BY name, id LIMIT "
                        + people,
                row -> new Named(Grantee.member(row.getLong(1)), row.getString(2))));
        return all;
    }

    /** What somebody is called; empty for a role that every tenant has, and for what is gone. */
    public String label(Grantee grantee) {
        String select =
                switch (grantee.kind()) {
                    case MEMBER -> "SELECT name FROM member WHERE tenant_id = ? AND id = ?";
                    case TEAM -> "SELECT name FROM team WHERE tenant_id = ? AND id = ?";
                    case ROLE -> "SELECT label FROM role_definition WHERE tenant_id = ? AND name = ?";
                };
        Object key = grantee.kind() == Grantee.Kind.ROLE ? grantee.name() : (Object) grantee.id();
        return sql.query(select, row -> row.getString(1), key).stream()
                .filter(label -> label != null)
                .findFirst()
                .orElse("");
    }

    /** Outer id of the caller. */
    public static String me() {
        return RecordId.format(CallContext.require().memberId());
    }
}
