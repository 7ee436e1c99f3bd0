package io.guanxi.kernel.people;

import io.guanxi.kernel.access.Circle;
import io.guanxi.kernel.access.ShareLevel;
import io.guanxi.kernel.database.SqlGateway;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads who is around a person of the caller's tenant. */
final class CircleReader {

    private final SqlGateway sql;

    CircleReader(SqlGateway sql) {
        this.sql = sql;
    }

    private record Mate(long team, long member) {}

    private record Line(long member, long manager) {}

    private record Rule(String object, Grantee source, ShareLevel level) {}

    Circle of(Member member) {
        // Whom no role binds needs no circle.
        if (member.role().isUnbounded()) {
            return Circle.EMPTY;
        }
        List<Mate> mates = sql.query(
                "SELECT o.team_id, o.member_id FROM team_member m JOIN team_member o ON o.tenant_id = m.tenant_id"
                        + " AND o.team_id = m.team_id WHERE m.tenant_id = ? AND m.member_id = ?",
                row -> new Mate(row.getLong(1), row.getLong(2)),
                member.id());
        Set<Long> team = new HashSet<>();
        Set<String> grantees = new HashSet<>();
        grantees.add(Grantee.member(member.id()).key());
        grantees.add(Grantee.role(member.role()).key());
        mates.forEach(mate -> {
            team.add(mate.member());
            grantees.add(Grantee.team(mate.team()).key());
        });
        Map<String, Set<Long>> read = new HashMap<>();
        Map<String, Set<Long>> change = new HashMap<>();
        for (Rule rule : rules(grantees)) {
            Collection<Long> owners = members(rule.source());
            read.computeIfAbsent(rule.object(), none -> new HashSet<>()).addAll(owners);
            if (rule.level() == ShareLevel.EDIT) {
                change.computeIfAbsent(rule.object(), none -> new HashSet<>()).addAll(owners);
            }
        }
        return new Circle(team, reports(member.id()), grantees, read, change, given(grantees));
    }

    /** Everybody below, found level by level; a circle of managers ends where it began. */
    private Set<Long> reports(long top) {
        Map<Long, Set<Long>> below = new HashMap<>();
        sql.query(
                        "SELECT id, manager_id FROM member WHERE tenant_id = ? AND manager_id IS NOT NULL",
                        row -> new Line(row.getLong(1), row.getLong(2)))
                .forEach(line -> below.computeIfAbsent(line.manager(), none -> new HashSet<>())
                        .add(line.member()));
        Set<Long> found = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            for (Long report : below.getOrDefault(open.remove(), Set.of())) {
                if (report != top && found.add(report)) {
                    open.add(report);
                }
            }
        }
        return found;
    }

    private List<Rule> rules(Collection<String> grantees) {
        return sql.query(
                "SELECT object, source, level FROM sharing_rule WHERE tenant_id = ? AND grantee IN (?"
                        + ", ?".repeat(grantees.size() - 1) + ")",
                row -> new Rule(
                        row.getString(1),
                        Grantee.of(row.getString(2)).orElseThrow(),
                        ShareLevel.valueOf(row.getString(3))),
                grantees.toArray());
    }

    private Collection<Long> members(Grantee source) {
        return switch (source.kind()) {
            case MEMBER -> List.of(source.id());
            case TEAM ->
                sql.query(
                        "SELECT member_id FROM team_member WHERE tenant_id = ? AND team_id = ?",
                        row -> row.getLong(1),
                        source.id());
            case ROLE ->
                sql.query(
                        "SELECT id FROM member WHERE tenant_id = ? AND role = ?", row -> row.getLong(1), source.name());
        };
    }

    private Set<String> given(Collection<String> grantees) {
        return new HashSet<>(sql.query(
                "SELECT DISTINCT object FROM record_share WHERE tenant_id = ? AND grantee IN (?"
                        + ", ?".repeat(grantees.size() - 1) + ")",
                row -> row.getString(1),
                grantees.toArray()));
    }
}
