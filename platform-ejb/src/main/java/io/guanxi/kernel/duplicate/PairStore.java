package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.MatchKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows of pairs. */
@ApplicationScoped
public class PairStore {

    private static final String COLUMNS =
            "SELECT id, first_id, second_id, score, reasons, status, found_at, decided_by FROM duplicate_pair"
                    + " WHERE tenant_id = ?";

    @Inject
    private SqlGateway sql;

    /** A pair as it is stored. */
    record Row(
            long id,
            long first,
            long second,
            Score score,
            DuplicatePair.Status status,
            Instant foundAt,
            String decidedBy) {}

    /** Pairs that a scan has found; those that somebody has decided about stay as they are. */
    void keep(String object, List<Row> pairs) {
        List<Object[]> rows = new ArrayList<>();
        for (Row pair : pairs) {
            rows.add(new Object[] {
                pair.id(),
                object,
                pair.first(),
                pair.second(),
                pair.score().value(),
                JsonTree.write(pair.score().reasons().stream()
                        .map(reason ->
                                List.of(reason.field(), reason.kind().name(), (Object) Long.valueOf(reason.percent())))
                        .toList()),
                "open",
                column(pair.foundAt())
            });
        }
        sql.batch(
                "INSERT INTO duplicate_pair (tenant_id, id, object, first_id, second_id, score, reasons, status, found_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE score = VALUES(score), reasons = VALUES(reasons)",
                rows);
    }

    /**
     * Lets go of open pairs that a scan has not found again; those it has keep their ids, so that somebody can decide about
     * them meanwhile.
     *
     * @param after the scan has looked at the records beyond this id
     * @param last  and up to this one
     * @param found pairs of which the newer record is one of those
     */
    void forgetOthers(String object, long after, long last, List<Row> found) {
        Set<List<Long>> again = new HashSet<>();
        found.forEach(pair -> again.add(List.of(pair.first(), pair.second())));
        List<Object[]> gone = new ArrayList<>();
        open(object, after, last).stream()
                .filter(pair -> !again.contains(List.of(pair.first(), pair.second())))
                .forEach(pair -> gone.add(new Object[] {pair.id()}));
        sql.batch("DELETE FROM duplicate_pair WHERE tenant_id = ? AND id = ?", gone);
    }

    /** Open pairs of which the newer record is beyond an id and not beyond another. */
    List<Row> open(String object, long after, long last) {
        return sql.query(
                COLUMNS + " AND object = ? AND status = 'open' AND second_id > ? AND second_id <= ?",
                PairStore::row,
                object,
                after,
                last);
    }

    /**
     * Pairs from the likeliest on.
     *
     * @param score of the last pair of the page before
     * @param id    of that pair
     */
    List<Row> page(String object, DuplicatePair.Status status, int score, long id, int limit) {
        return sql.query(
                COLUMNS + " AND object = ? AND status = ? AND (score < ? OR (score = ? AND id < ?))"
                        + " ORDER BY score DESC, id DESC LIMIT ?",
                PairStore::row,
                object,
                stored(status),
                score,
                score,
                id,
                limit);
    }

    /** How many pairs wait for somebody. */
    long countOpen(String object) {
        return sql.query(
                        "SELECT COUNT(*) FROM duplicate_pair WHERE tenant_id = ? AND object = ? AND status = 'open'",
                        row -> row.getLong(1),
                        object)
                .get(0);
    }

    Optional<Row> find(String object, long id) {
        return sql.query(COLUMNS + " AND object = ? AND id = ?", PairStore::row, object, id).stream()
                .findFirst();
    }

    void decide(long id, DuplicatePair.Status status, String by, Instant at) {
        sql.change(
                "UPDATE duplicate_pair SET status = ?, decided_by = ?, decided_at = ? WHERE id = ? AND tenant_id = ?",
                stored(status),
                by,
                column(at),
                id);
    }

    /** Records that somebody said are not this one. */
    Set<Long> dismissed(String object, long record) {
        Set<Long> others = new HashSet<>(sql.query(
                "SELECT second_id FROM duplicate_pair WHERE tenant_id = ? AND first_id = ? AND object = ?"
                        + " AND status = 'dismissed'",
                row -> row.getLong(1),
                record,
                object));
        others.addAll(sql.query(
                "SELECT first_id FROM duplicate_pair WHERE tenant_id = ? AND second_id = ? AND object = ?"
                        + " AND status = 'dismissed'",
                row -> row.getLong(1),
                record,
                object));
        return others;
    }

    private static String stored(DuplicatePair.Status status) {
        return status == DuplicatePair.Status.OPEN ? "open" : "dismissed";
    }

    private static Row row(ResultSet row) throws SQLException {
        List<Score.Reason> reasons = JsonTree.readArray(row.getString(5)).stream()
                .map(reason -> (List<?>) reason)
                .map(reason -> new Score.Reason(
                        (String) reason.get(0),
                        MatchKind.valueOf((String) reason.get(1)),
                        ((Number) reason.get(2)).intValue()))
                .toList();
        return new Row(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                new Score(row.getInt(4), reasons),
                row.getString(6).equals("open") ? DuplicatePair.Status.OPEN : DuplicatePair.Status.DISMISSED,
                row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(8));
    }

    /** A pair that was found just now. */
    static Row found(long first, long second, Score score, Instant now) {
        return new Row(RecordId.next(), first, second, score, DuplicatePair.Status.OPEN, now, null);
    }

    private static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
