package io.guanxi.kernel.record;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.json.JsonTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What merges did, in rows. */
@ApplicationScoped
class MergeLog {

    /** A survivor may have been merged into another, and so on; nobody merges so often. */
    private static final int LONGEST_CHAIN = 20;

    @Inject
    private SqlGateway sql;

    /** A merge as it is stored. */
    record Row(long id, long survivor, Instant madeAt, String madeBy, Map<String, Object> changes) {}

    /** A record that pointed to one of the others. */
    record Move(String object, String field, long record, long from) {}

    void add(String object, Row merge, Collection<Long> others, List<Move> moves) {
        sql.update(
                "INSERT INTO record_merge (tenant_id, id, object, survivor_id, made_at, made_by, changes)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                merge.id(),
                object,
                merge.survivor(),
                column(merge.madeAt()),
                merge.madeBy(),
                JsonTree.write(merge.changes()));
        sql.batch(
                "INSERT INTO record_merge_other (tenant_id, merge_id, record_id) VALUES (?, ?, ?)",
                others.stream().map(other -> new Object[] {merge.id(), other}).toList());
        sql.batch(
                "INSERT INTO record_merge_move (tenant_id, merge_id, object, field, record_id, from_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                moves.stream()
                        .map(move -> new Object[] {merge.id(), move.object(), move.field(), move.record(), move.from()})
                        .toList());
    }

    /** The last merge into a record that nobody has undone. */
    Optional<Row> last(String object, long survivor) {
        return sql
                .query(
                        "SELECT id, survivor_id, made_at, made_by, changes FROM record_merge WHERE tenant_id = ?"
                                + " AND survivor_id = ? AND object = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1",
                        row -> new Row(
                                row.getLong(1),
                                row.getLong(2),
                                row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                row.getString(4),
                                JsonTree.readObject(row.getString(5))),
                        survivor,
                        object)
                .stream()
                .findFirst();
    }

    List<Long> others(long merge) {
        return sql.query(
                "SELECT record_id FROM record_merge_other WHERE tenant_id = ? AND merge_id = ? ORDER BY record_id",
                row -> row.getLong(1),
                merge);
    }

    List<Move> moves(long merge) {
        return sql.query(
                "SELECT object, field, record_id, from_id FROM record_merge_move WHERE tenant_id = ? AND merge_id = ?"
                        + " ORDER BY object, field, record_id",
                row -> new Move(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                merge);
    }

    void undone(long merge, Instant at) {
        sql.change("UPDATE record_merge SET undone_at = ? WHERE id = ? AND tenant_id = ?", column(at), merge);
    }

    /** The record that stands for a merged one now, at the end of all merges; empty for others. */
    Optional<Long> survivor(long record) {
        Optional<Long> survivor = Optional.empty();
        Optional<Long> next = next(record);
        for (int i = 0; i < LONGEST_CHAIN && next.isPresent(); i++) {
            survivor = next;
            next = next(survivor.get());
        }
        return survivor;
    }

    private Optional<Long> next(long record) {
        return sql
                .query(
                        "SELECT m.survivor_id FROM record_merge_other o JOIN record_merge m ON m.tenant_id = o.tenant_id"
                                + " AND m.id = o.merge_id WHERE o.tenant_id = ? AND o.record_id = ?"
                                + " AND m.undone_at IS NULL",
                        row -> row.getLong(1),
                        record)
                .stream()
                .findFirst();
    }

    private static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
