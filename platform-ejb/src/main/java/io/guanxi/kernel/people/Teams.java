package io.guanxi.kernel.people;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The teams of the caller's tenant. Needs {@link Feature#ADMINISTER}; a change acts as that of a role does. */
@Stateless
@TenantBound
public class Teams {

    /** Teams of a tenant, and people of a team. */
    public static final int MOST = 500;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DESCRIPTION = 300;

    private static final String SELECT = "SELECT id, version, name, description FROM team WHERE tenant_id = ?";

    @Inject
    private SqlGateway sql;

    @Inject
    private AccessPolicy access;

    @Inject
    private AuditTrail trail;

    @Inject
    private Event<PeopleChanged> changes;

    private record Row(long id, long version, String name, String description) {}

    /** All teams by name. */
    public List<Team> all() {
        access.require(Feature.ADMINISTER);
        Map<Long, List<String>> members = new HashMap<>();
        sql.query(
                "SELECT t.team_id, t.member_id FROM team_member t JOIN member m ON m.tenant_id = t.tenant_id"
                        + " AND m.id = t.member_id WHERE t.tenant_id = ? ORDER BY m.name, m.id",
                row -> members.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                        .add(RecordId.format(row.getLong(2))));
        return rows(SELECT + " ORDER BY name, id").stream()
                .map(row -> team(row, members.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /**
     * @throws RecordNotFound when the tenant has no such team
     */
    public Team require(String id) {
        return all().stream().filter(team -> team.id().equals(id)).findFirst().orElseThrow(RecordNotFound::new);
    }

    /**
     * @param members outer ids
     * @throws InvalidRecord with every mistake
     */
    public Team create(String name, String description, List<String> members) {
        List<Team> others = all();
        String named = RoleRules.text(name);
        List<FieldError> errors = faults(others, null, named, description);
        if (others.size() >= MOST) {
            errors.add(FieldError.of("", "team.tooMany", MOST));
        }
        Set<Long> people = people(members, errors);
        refuse(errors);
        long id = RecordId.next();
        sql.update(
                "INSERT INTO team (tenant_id, id, version, name, description, created_at) VALUES (?, ?, 1, ?, ?, ?)",
                id,
                named,
                RoleRules.text(description),
                LocalDateTime.now(ZoneOffset.UTC));
        join(id, people);
        Team made = require(RecordId.format(id));
        trail.created(AuditArea.ROLES, made.id(), made.name(), made);
        tell();
        return made;
    }

    /**
     * Says anew what a team is called and who is in it.
     *
     * @param version as the caller has read it
     * @throws StaleRecord    when somebody else changed it since
     * @throws InvalidRecord  with every mistake
     * @throws RecordNotFound when the tenant has no such team
     */
    public Team change(String id, long version, String name, String description, List<String> members) {
        long inner = locked(id, version);
        Team before = require(id);
        String named = RoleRules.text(name);
        List<FieldError> errors = faults(all(), id, named, description);
        Set<Long> people = people(members, errors);
        refuse(errors);
        sql.change(
                "UPDATE team SET version = version + 1, name = ?, description = ? WHERE id = ? AND tenant_id = ?",
                named,
                RoleRules.text(description),
                inner);
        sql.update("DELETE FROM team_member WHERE tenant_id = ? AND team_id = ?", inner);
        join(inner, people);
        Team after = require(id);
        trail.changed(AuditArea.ROLES, id, after.name(), before, after);
        tell();
        return after;
    }

    /**
     * Ends a team; what was shared with it is not any more.
     *
     * @throws StaleRecord    when somebody else changed it since
     * @throws RecordNotFound when the tenant has no such team
     */
    public void delete(String id, long version) {
        long inner = locked(id, version);
        Team before = require(id);
        String key = Grantee.team(inner).key();
        sql.update("DELETE FROM sharing_rule WHERE tenant_id = ? AND (source = ? OR grantee = ?)", key, key);
        sql.update("DELETE FROM record_share WHERE tenant_id = ? AND grantee = ?", key);
        sql.update("DELETE FROM team_member WHERE tenant_id = ? AND team_id = ?", inner);
        sql.update("DELETE FROM team WHERE tenant_id = ? AND id = ?", inner);
        trail.removed(AuditArea.ROLES, id, before.name(), before);
        tell();
    }

    private long locked(String id, long version) {
        access.require(Feature.ADMINISTER);
        long inner = RecordId.parse(id).orElseThrow(RecordNotFound::new);
        Row row = rows(SELECT + " AND id = ? FOR UPDATE", inner).stream()
                .findFirst()
                .orElseThrow(RecordNotFound::new);
        if (row.version() != version) {
            throw new StaleRecord(row.version());
        }
        return inner;
    }

    private void join(long team, Set<Long> people) {
        sql.batch(
                "INSERT INTO team_member (tenant_id, team_id, member_id) VALUES (?, ?, ?)",
                people.stream().map(person -> new Object[] {team, person}).toList());
    }

    private static List<FieldError> faults(List<Team> others, String id, String name, String description) {
        List<FieldError> errors = new ArrayList<>();
        if (name.isEmpty()) {
            errors.add(FieldError.of("/name", "required"));
        } else if (name.length() > LONGEST_NAME) {
            errors.add(FieldError.of("/name", "text.tooLong", LONGEST_NAME));
        } else if (others.stream()
                .anyMatch(other -> !other.id().equals(id) && other.name().equalsIgnoreCase(name))) {
            errors.add(FieldError.of("/name", "value.taken"));
        }
        if (RoleRules.text(description).length() > LONGEST_DESCRIPTION) {
            errors.add(FieldError.of("/description", "text.tooLong", LONGEST_DESCRIPTION));
        }
        return errors;
    }

    private Set<Long> people(List<String> members, List<FieldError> errors) {
        Set<Long> people = new LinkedHashSet<>();
        if (members.size() > MOST) {
            errors.add(FieldError.of("/members", "team.tooMany", MOST));
            return people;
        }
        Set<Long> known =
                new LinkedHashSet<>(sql.query("SELECT id FROM member WHERE tenant_id = ?", row -> row.getLong(1)));
        for (int i = 0; i < members.size(); i++) {
            long person = RecordId.parse(members.get(i)).orElse(0);
            if (known.contains(person)) {
                people.add(person);
            } else {
                errors.add(FieldError.of("/members/" + i, "reference.unknown"));
            }
        }
        return people;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }

    private List<Row> rows(String select, Object... values) {
        return sql.query(
                select,
                row -> new Row(
                        row.getLong(1), row.getLong(2), row.getString(3), Objects.toString(row.getString(4), "")),
                values);
    }

    private static Team team(Row row, List<String> members) {
        return new Team(RecordId.format(row.id()), row.version(), row.name(), row.description(), List.copyOf(members));
    }

    private void tell() {
        changes.fire(new PeopleChanged(CallContext.require().tenantId()));
    }
}
