package io.guanxi.customers.classes;

import io.guanxi.customers.facts.FactFields;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.event.EventLog;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.ReachSql;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Who moved from class to class, when and why. */
@Stateless
@TenantBound
public class ClassMoves {

    @Inject
    private SqlGateway sql;

    @Inject
    private AccessPolicy access;

    @Inject
    private ObjectRegistry objects;

    /**
     * One move.
     *
     * @param from  name of the class before, as it was then; empty for the first
     * @param to    name of the class after; empty when no rule held
     * @param rule  the rule that held, as it was then; empty when none did
     * @param facts what the rule looked at, by name
     * @param by    who let the rules be asked
     */
    public record Move(
            String id,
            long account,
            String from,
            String to,
            String rule,
            Map<String, Object> facts,
            Instant at,
            String by) {}

    /** How many went from one class to another; ids are of classes as they are now. */
    public record Flow(Optional<String> from, Optional<String> to, long accounts) {}

    /** The move that brought an account where it is. Needs {@code read} on accounts. */
    public Optional<Move> last(long account) {
        return before(account, Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE, 1).stream()
                .findFirst();
    }

    /** Moves made before an instant, or in it with a lower id, newest first. Needs {@code read} on accounts. */
    public List<Move> before(long account, Instant at, long id, int limit) {
        ObjectDescriptor object = objects.require(FactFields.ACCOUNT);
        access.require(object, Operation.READ);
        // Why it is where it is concerns those alone who see where.
        if (access.seen(object).find("customerClass").isEmpty()) {
            return List.of();
        }
        LocalDateTime then = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        return sql.query(
                "SELECT id, account_id, from_name, to_name, rule_source, facts, made_at, made_by_name FROM class_move"
                        + " WHERE tenant_id = ? AND account_id = ? AND (made_at < ? OR made_at = ? AND id < ?)"
                        + " ORDER BY made_at DESC, id DESC LIMIT " + limit,
                ClassMoves::move,
                account,
                then,
                then,
                id);
    }

    /** Who went where since then, without those that got their first class. Needs {@code read} on accounts. */
    public List<Flow> since(Instant then) {
        access.require(objects.require(FactFields.ACCOUNT), Operation.READ);
        ReachSql reach = new ReachSql(access.reach(objects.require(FactFields.ACCOUNT), Operation.READ), "a");
        String accounts = reach.and().isEmpty()
                ? ""
                : " AND m.account_id IN (SELECT a.id FROM account a WHERE a.tenant_id = m.tenant_id" + reach.and()
                        + ")";
        return sql.query(
                "SELECT m.from_class, m.to_class, COUNT(*) FROM class_move m WHERE m.tenant_id = ?" + accounts
                        + " AND m.made_at >= ? AND m.from_class IS NOT NULL GROUP BY m.from_class, m.to_class",
                row -> new Flow(id(row, 1), id(row, 2), row.getLong(3)),
                reach.valuesBefore(LocalDateTime.ofInstant(then, ZoneOffset.UTC)));
    }

    private static Optional<String> id(ResultSet row, int column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(RecordId.format(id));
    }

    private static Move move(ResultSet row) throws SQLException {
        return new Move(
                RecordId.format(row.getLong(1)),
                row.getLong(2),
                Objects.toString(row.getString(3), ""),
                Objects.toString(row.getString(4), ""),
                Objects.toString(row.getString(5), ""),
                JsonTree.readObject(row.getString(6)),
                row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(8));
    }

    /** Begins to write down the moves of some accounts. */
    public Batch begin(Instant at, ZoneId zone) {
        Map<Long, String> names = new HashMap<>();
        sql.query(
                "SELECT id, name FROM customer_class WHERE tenant_id = ?",
                row -> names.put(row.getLong(1), row.getString(2)));
        return new Batch(sql, at, zone, names);
    }

    /** The moves of some accounts; accounts that stay where they are cost nothing. */
    public static final class Batch {

        private final SqlGateway sql;
        private final Instant at;
        private final ZoneId zone;
        private final Map<Long, String> names;
        private final List<Object[]> accounts = new ArrayList<>();
        private final List<Object[]> postponed = new ArrayList<>();
        private final List<Object[]> moves = new ArrayList<>();
        private final EventLog events;

        private Batch(SqlGateway sql, Instant at, ZoneId zone, Map<Long, String> names) {
            this.names = names;
            this.sql = sql;
            this.events = new EventLog(sql);
            this.at = at;
            this.zone = zone;
        }

        /**
         * Into the class whose rule held, or into none.
         *
         * @return whether it moves
         */
        boolean put(
                long account, Function<String, Object> values, Optional<ClassRules.Ruled> to, Instant lastInteraction) {
            Optional<Long> from = current(values);
            LocalDate due = due(to.flatMap(ClassRules.Ruled::cadenceDays), lastInteraction);
            boolean isMoved = !from.equals(to.map(ClassRules.Ruled::id));
            if (isMoved) {
                accounts.add(new Object[] {to.map(ClassRules.Ruled::id).orElse(null), today(), due, account});
                moves.add(new Object[] {
                    RecordId.next(),
                    account,
                    from.orElse(null),
                    to.map(ClassRules.Ruled::id).orElse(null),
                    to.map(ClassRules.Ruled::name).orElse(null),
                    to.map(one -> one.rule().source()).orElse(null),
                    JsonTree.write(to.map(one -> one.rule().seen(values)).orElse(Map.of())),
                    LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                    CallContext.require().name(),
                    from.map(names::get).orElse(null)
                });
                events.add(FactFields.ACCOUNT, account, RecordEvent.Kind.UPDATED);
            } else {
                postpone(account, values, due);
            }
            return isMoved;
        }

        /** Stays in its class; when it is to be heard from may change. */
        void keep(long account, Function<String, Object> values, Map<Long, Integer> cadences, Instant lastInteraction) {
            postpone(account, values, due(current(values).map(cadences::get), lastInteraction));
        }

        private void postpone(long account, Function<String, Object> values, LocalDate due) {
            if (!Objects.equals(values.apply("contactDue"), due == null ? null : due.toString())) {
                postponed.add(new Object[] {due, account});
            }
        }

        private static Optional<Long> current(Function<String, Object> values) {
            return Optional.ofNullable((Map<?, ?>) values.apply("customerClass"))
                    .map(type -> RecordId.parse((String) type.get("id")).orElseThrow());
        }

        private LocalDate due(Optional<Integer> cadence, Instant lastInteraction) {
            return cadence.map(
                            days -> lastInteraction.atZone(zone).toLocalDate().plusDays(days))
                    .orElse(null);
        }

        private LocalDate today() {
            return at.atZone(zone).toLocalDate();
        }

        /**
         * The version counts a move, so that nobody takes an old answer for a new one; who changed the account last stays,
         * since nobody did. When it is to be heard from is not counted: it follows what people do, and must not stand in
         * the way of their next change.
         */
        void write() {
            sql.changeAll(
                    "UPDATE account SET version = version + 1, customer_class_id = ?, class_since = ?, contact_due = ?"
                            + " WHERE id = ? AND tenant_id = ?",
                    accounts);
            sql.changeAll("UPDATE account SET contact_due = ? WHERE id = ? AND tenant_id = ?", postponed);
            sql.batch(
                    "INSERT INTO class_move (tenant_id, id, account_id, from_class, to_class, to_name, rule_source, facts,"
                            + " made_at, made_by_name, from_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    moves);
            events.flush();
        }
    }
}
