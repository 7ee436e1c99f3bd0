package io.guanxi.customers.lifecycle;

import io.guanxi.customers.facts.FactFields;
import io.guanxi.customers.facts.FactKeeper;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.event.EventLog;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.record.UndoFollower;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings accounts back into the stage from which they were moved because of a job that is taken back: by the job itself, or by
 * rules that saw what it had written. Moves since then go with it, so that the rules do not take them for a stage that was
 * left today. Where somebody has chosen a stage meanwhile, it stays.
 */
@ApplicationScoped
public class StageUndo implements UndoFollower {

    /** Tables of records of which the rules of an account's stage know, by the name of their object. */
    private static final Map<String, String> TABLES =
            Map.of("contact", "contact", "salesOrder", "sales_order", "orderLine", "order_line");

    private static final String BACK = "UPDATE account SET version = version + 1, lifecycle_stage = ?, told_stage = ?,"
            + " stage_since = ?, stage_by_hand = ?";

    private static final String OF = " WHERE id = ? AND tenant_id = ?";

    @Inject
    private SqlGateway sql;

    /**
     * An account that is concerned.
     *
     * @param since when the job touched it, or what points to it, first
     * @param own   whether the job changed the account itself, and nobody has since
     */
    private record Concerned(Instant since, boolean own) {

        Concerned and(Concerned other) {
            return new Concerned(since.isBefore(other.since) ? since : other.since, own || other.own);
        }
    }

    /** A move, and what was before it. */
    private record Moved(
            long account,
            long id,
            String from,
            boolean byRule,
            Instant at,
            LocalDate since,
            String ruled,
            Boolean byHand,
            String reason) {

        static Moved read(ResultSet row) throws SQLException {
            boolean byHand = row.getBoolean(8);
            boolean isUnknown = row.wasNull();
            return new Moved(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4) != null,
                    row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    row.getObject(6, LocalDate.class),
                    row.getString(7),
                    isUnknown ? null : byHand,
                    row.getString(9));
        }
    }

    @Override
    public void undone(String object, Map<Long, Instant> since) {
        Map<Long, Concerned> accounts = new LinkedHashMap<>();
        List<Long> ids = new ArrayList<>(since.keySet());
        for (int from = 0; from < ids.size(); from += FactKeeper.MOST) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + FactKeeper.MOST));
            if (object.equals(FactFields.ACCOUNT)) {
                some.forEach(id -> accounts.put(id, new Concerned(since.get(id), true)));
            } else if (TABLES.containsKey(object)) {
                sql.query(
                        "SELECT id, account_id FROM " + TABLES.get(object)
                                + " WHERE tenant_id = ? AND account_id IS NOT NULL AND id" + FactKeeper.IDS,
                        row -> accounts.merge(
                                row.getLong(2), new Concerned(since.get(row.getLong(1)), false), Concerned::and),
                        FactKeeper.padded(some));
            }
        }
        List<Long> concerned = new ArrayList<>(accounts.keySet());
        for (int from = 0; from < concerned.size(); from += FactKeeper.MOST) {
            bringBack(concerned.subList(from, Math.min(concerned.size(), from + FactKeeper.MOST)), accounts);
        }
    }

    private void bringBack(List<Long> accounts, Map<Long, Concerned> concerned) {
        Instant first = accounts.stream()
                .map(id -> concerned.get(id).since())
                .min(Instant::compareTo)
                .orElseThrow();
        List<Object> values = new ArrayList<>();
        Collections.addAll(values, FactKeeper.padded(accounts));
        values.add(LocalDateTime.ofInstant(first, ZoneOffset.UTC));
        Map<Long, List<Moved>> moves = new LinkedHashMap<>();
        sql
                .query(
                        "SELECT account_id, id, from_stage, rule_name, made_at, since_before, ruled_before, by_hand_before,"
                                + " reason_before FROM stage_move WHERE tenant_id = ? AND account_id" + FactKeeper.IDS
                                + " AND made_at >= ? ORDER BY account_id, made_at, id",
                        Moved::read,
                        values.toArray())
                .stream()
                .filter(move ->
                        !move.at().isBefore(concerned.get(move.account()).since()))
                .forEach(move -> moves.computeIfAbsent(move.account(), none -> new ArrayList<>())
                        .add(move));
        moves.entrySet()
                .removeIf(one -> !concerned.get(one.getKey()).own()
                        && one.getValue().stream().anyMatch(move -> !move.byRule()));
        store(moves);
    }

    private void store(Map<Long, List<Moved>> moves) {
        List<Object[]> ruled = new ArrayList<>();
        List<Object[]> chosen = new ArrayList<>();
        List<Object[]> gone = new ArrayList<>();
        EventLog events = new EventLog(sql);
        moves.forEach((account, all) -> {
            Moved first = all.get(0);
            if (first.byRule()) {
                ruled.add(new Object[] {
                    first.from(), first.from(), first.since(), first.byHand(), first.ruled(), first.reason(), account
                });
            } else {
                // The reason is a field of the account, and has gone back with the others.
                chosen.add(new Object[] {first.from(), first.from(), first.since(), first.byHand(), account});
            }
            all.forEach(move -> gone.add(new Object[] {move.id()}));
            events.add(FactFields.ACCOUNT, account, RecordEvent.Kind.UPDATED);
        });
        sql.changeAll(BACK + ", ruled_stage = ?, stage_reason = ?" + OF, ruled);
        sql.changeAll(BACK + OF, chosen);
        sql.batch("DELETE FROM stage_move WHERE tenant_id = ? AND id = ?", gone);
        events.flush();
    }
}
