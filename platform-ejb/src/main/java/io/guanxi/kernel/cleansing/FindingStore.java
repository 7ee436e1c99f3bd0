package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows of findings. */
@ApplicationScoped
public class FindingStore {

    private static final String SELECT =
            "SELECT id, run_id, status, object, kind, record_id, field, found, proposal, touched_at, touched_object,"
                    + " other_id, pair_id, decided_by, decided_at, outcome, outcome_args FROM cleansing_finding"
                    + " WHERE tenant_id = ?";

    private static final String DECIDE =
            "UPDATE cleansing_finding SET status = ?, decided_by = ?, decided_at = ?, apply_job = ?";

    /** What nobody can accept has no proposal. */
    private static final String OPEN = " AND status = 'open'";

    @Inject
    private SqlGateway sql;

    /** Who decided what, and the job that does it; null for none. */
    record Decision(FindingStatus status, String by, Instant at, Long job) {}

    /** A pair of records that seem to mean the same. */
    record Twins(long pair, long first, long second, int percent) {}

    void keep(long run, String object, List<Observation> observed) {
        List<Object[]> rows = new ArrayList<>();
        observed.forEach(one -> rows.add(new Object[] {
            RecordId.next(),
            run,
            one.kind().word(),
            object,
            one.record(),
            one.field(),
            Observation.stored(one.found()),
            Observation.stored(one.proposal()),
            column(one.touchedAt()),
            one.touchedBy()
        }));
        sql.batch(
                "INSERT INTO cleansing_finding (tenant_id, id, run_id, kind, status, object, record_id, field, found,"
                        + " proposal, touched_at, touched_object) VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    void keepTwins(long run, String object, List<Twins> found) {
        List<Object[]> rows = new ArrayList<>();
        found.forEach(one -> rows.add(new Object[] {
            RecordId.next(),
            run,
            FindingKind.DUPLICATE.word(),
            object,
            one.first(),
            one.second(),
            one.pair(),
            Observation.stored(one.percent())
        }));
        sql.batch(
                "INSERT INTO cleansing_finding (tenant_id, id, run_id, kind, status, object, record_id, other_id, pair_id,"
                        + " found) VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?, ?)",
                rows);
    }

    /** What somebody has said about these records before should stay as it is. */
    Set<Observation.Sameness> dismissed(String object, Collection<Long> records) {
        return records.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.query(
                        "SELECT kind, record_id, field, found FROM cleansing_finding WHERE tenant_id = ? AND object = ?"
                                + " AND status = 'dismissed' AND record_id IN (" + marks(records.size()) + ")",
                        row -> new Observation.Sameness(
                                FindingKind.of(row.getString(1)),
                                object,
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4)),
                        with(records, object)));
    }

    /**
     * One page of a run's findings, the first first.
     *
     * @param after id of the last of the page before; 0 for the first page
     */
    List<Finding> page(long run, FindingKind kind, Optional<FindingStatus> status, long after, int limit) {
        return status.map(wanted -> sql.query(
                        SELECT + " AND run_id = ? AND kind = ? AND id > ? AND status = ? ORDER BY id LIMIT ?",
                        FindingStore::finding,
                        run,
                        kind.word(),
                        after,
                        wanted.word(),
                        limit))
                .orElseGet(() -> sql.query(
                        SELECT + " AND run_id = ? AND kind = ? AND id > ? ORDER BY id LIMIT ?",
                        FindingStore::finding,
                        run,
                        kind.word(),
                        after,
                        limit));
    }

    List<Finding> find(long run, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.query(
                        SELECT + " AND run_id = ? AND id IN (" + marks(ids.size()) + ") ORDER BY id",
                        FindingStore::finding,
                        with(ids, run));
    }

    /** What a job has still to apply: stale records first, since what else is put right in them is a change. */
    List<Finding> accepted(long job, int limit) {
        return sql.query(
                SELECT + " AND apply_job = ? AND status = 'accepted' ORDER BY kind DESC, id LIMIT ?",
                FindingStore::finding,
                job,
                limit);
    }

    long countAccepted(long job) {
        return sql.query(
                        "SELECT COUNT(*) FROM cleansing_finding WHERE tenant_id = ? AND apply_job = ?"
                                + " AND status = 'accepted'",
                        row -> row.getLong(1),
                        job)
                .get(0);
    }

    /** Ids of the pairs behind the open duplicates of a run. */
    List<Long> openPairs(long run) {
        return sql.query(
                "SELECT pair_id FROM cleansing_finding WHERE tenant_id = ? AND run_id = ? AND kind = 'duplicate'"
                        + " AND status = 'open'",
                row -> row.getLong(1),
                run);
    }

    /** Decides about those of the findings that are open; to accept takes a proposal. */
    void decide(long run, Collection<Long> ids, Decision decision) {
        sql.changeAll(
                DECIDE + " WHERE id = ? AND run_id = ?" + OPEN + condition(decision) + " AND tenant_id = ?",
                ids.stream().map(id -> values(decision, id, run)).toList());
    }

    /** Decides about all open findings of a kind. */
    void decideAll(long run, FindingKind kind, Decision decision) {
        sql.change(
                DECIDE + " WHERE run_id = ? AND kind = ?" + OPEN + condition(decision) + " AND tenant_id = ?",
                values(decision, run, kind.word()));
    }

    private static String condition(Decision decision) {
        return decision.status() == FindingStatus.ACCEPTED ? " AND proposal IS NOT NULL" : "";
    }

    private static Object[] values(Decision decision, Object... more) {
        List<Object> values = new ArrayList<>();
        Collections.addAll(values, decision.status().word(), decision.by(), column(decision.at()), decision.job());
        Collections.addAll(values, more);
        return values.toArray();
    }

    /**
     * What became of a finding.
     *
     * @param code of why it was not applied; null when it was
     */
    record Outcome(long id, FindingStatus status, String code, List<Object> args) {}

    void tell(List<Outcome> outcomes) {
        sql.changeAll(
                "UPDATE cleansing_finding SET status = ?, outcome = ?, outcome_args = ? WHERE id = ? AND tenant_id = ?",
                outcomes.stream()
                        .map(one ->
                                new Object[] {one.status().word(), one.code(), JsonTree.write(one.args()), one.id()})
                        .toList());
    }

    /** Duplicates that were merged, archived or settled elsewhere ask nobody any more. */
    void settleDuplicates(long run) {
        sql.change(
                "UPDATE cleansing_finding f SET f.status = 'settled' WHERE f.run_id = ? AND f.kind = 'duplicate'"
                        + " AND f.status = 'open' AND f.tenant_id = ? AND NOT EXISTS (SELECT 1 FROM duplicate_pair p"
                        + " WHERE p.tenant_id = f.tenant_id AND p.id = f.pair_id AND p.status = 'open')",
                run);
    }

    /** A run that has ended takes the place of those before. */
    void expireBefore(long run) {
        sql.update(
                "UPDATE cleansing_finding SET status = 'expired' WHERE tenant_id = ? AND run_id < ? AND status = 'open'",
                run);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getLong(1),
                row.getLong(2),
                FindingStatus.of(row.getString(3)),
                row.getString(4),
                new Observation(
                        FindingKind.of(row.getString(5)),
                        row.getLong(6),
                        row.getString(7),
                        Observation.read(row.getString(8)),
                        Observation.read(row.getString(9)),
                        instant(row, 10),
                        row.getString(11)),
                row.getObject(12, Long.class),
                row.getObject(13, Long.class),
                row.getString(14),
                instant(row, 15),
                row.getString(16),
                row.getString(17) == null ? List.of() : JsonTree.readArray(row.getString(17)));
    }

    private static String marks(int count) {
        return "?" + ", ?".repeat(count - 1);
    }

    private static Object[] with(Collection<Long> ids, Object first) {
        List<Object> values = new ArrayList<>();
        values.add(first);
        values.addAll(ids);
        return values.toArray();
    }

    static LocalDateTime column(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
