package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.id.RecordId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of runs. */
@ApplicationScoped
public class RunStore {

    private static final String SELECT =
            "SELECT id, job_id, started_at, finished_at, started_by, planned FROM cleansing_run WHERE tenant_id = ?";

    @Inject
    private SqlGateway sql;

    private record Row(long id, CleansingRun run) {}

    private record Count(long run, FindingKind kind, FindingStatus status, long findings) {}

    void begin(long id, long job, Instant at, String by, boolean planned) {
        sql.update(
                "INSERT INTO cleansing_run (tenant_id, id, job_id, started_at, started_by, planned)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                id,
                job,
                FindingStore.column(at),
                by,
                planned);
    }

    void end(long id, Instant at) {
        sql.change(
                "UPDATE cleansing_run SET finished_at = ? WHERE id = ? AND tenant_id = ?", FindingStore.column(at), id);
    }

    /** The latest first, with what they found. */
    List<CleansingRun> latest(int limit) {
        return counted(sql.query(SELECT + " ORDER BY id DESC LIMIT ?", RunStore::row, limit));
    }

    Optional<CleansingRun> find(long id) {
        return counted(sql.query(SELECT + " AND id = ?", RunStore::row, id)).stream()
                .findFirst();
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                row.getLong(1),
                new CleansingRun(
                        RecordId.format(row.getLong(1)),
                        RecordId.format(row.getLong(2)),
                        FindingStore.instant(row, 3),
                        FindingStore.instant(row, 4),
                        row.getString(5),
                        row.getBoolean(6),
                        Map.of()));
    }

    private List<CleansingRun> counted(List<Row> rows) {
        Map<Long, Map<FindingKind, Map<FindingStatus, Long>>> counts =
                counts(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> new CleansingRun(
                        row.run().id(),
                        row.run().job(),
                        row.run().startedAt(),
                        row.run().finishedAt(),
                        row.run().startedBy(),
                        row.run().planned(),
                        counts.getOrDefault(row.id(), Map.of())))
                .toList();
    }

    private Map<Long, Map<FindingKind, Map<FindingStatus, Long>>> counts(Collection<Long> runs) {
        Map<Long, Map<FindingKind, Map<FindingStatus, Long>>> counts = new HashMap<>();
        if (runs.isEmpty()) {
            return counts;
        }
        sql.query(
                        "SELECT run_id, kind, status, COUNT(*) FROM cleansing_finding WHERE tenant_id = ? AND run_id IN (?"
                                + ", ?".repeat(runs.size() - 1) + ") GROUP BY run_id, kind, status",
                        row -> new Count(
                                row.getLong(1),
                                FindingKind.of(row.getString(2)),
                                FindingStatus.of(row.getString(3)),
                                row.getLong(4)),
                        new ArrayList<Object>(runs).toArray())
                .forEach(count -> counts.computeIfAbsent(count.run(), none -> new EnumMap<>(FindingKind.class))
                        .computeIfAbsent(count.kind(), none -> new EnumMap<>(FindingStatus.class))
                        .put(count.status(), count.findings()));
        return counts;
    }
}
