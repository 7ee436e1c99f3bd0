package io.guanxi.billing.figures;

import io.guanxi.billing.usage.ApiCalls;
import io.guanxi.billing.usage.UsageLine;
import io.guanxi.billing.usage.UsageLine.Standing;
import io.guanxi.billing.usage.UsageReport;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.entitlement.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The gathered numbers of tenants, and how they are gathered. */
@ApplicationScoped
public class FigureStore {

    private static final Duration FAILING = Duration.ofDays(1);

    /** Follow-up work that failed so often will hardly succeed by itself. */
    private static final int STUCK_ATTEMPTS = 3;

    @Inject
    private SqlGateway sql;

    @Inject
    private UsageReport usage;

    /** What was gathered of a tenant last; empty before the first time. Platform data: for operators. */
    public Optional<Figures> find(int tenant) {
        return sql
                .queryPlatform(
                        "SELECT gathered_at, people, records, storage, calls, last_active_at, failing_jobs, stuck_events,"
                                + " near_limits, full_limits FROM tenant_figures WHERE tenant_id = ?",
                        row -> read(row, 1),
                        tenant)
                .stream()
                .findFirst();
    }

    /** Reads ten columns from the given one on. */
    static Figures read(ResultSet row, int from) throws SQLException {
        return new Figures(
                instant(row.getObject(from, LocalDateTime.class)),
                row.getLong(from + 1),
                row.getLong(from + 2),
                row.getLong(from + 3),
                row.getLong(from + 4),
                Optional.ofNullable(row.getObject(from + 5, LocalDateTime.class))
                        .map(FigureStore::instant),
                row.getLong(from + 6),
                row.getLong(from + 7),
                row.getInt(from + 8),
                row.getInt(from + 9));
    }

    /** Counts the caller's tenant anew. For the product itself. */
    void gather() {
        List<UsageLine> lines = usage.lines();
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        int tenant = CallContext.require().tenantId();
        Object[] values = {
            now,
            used(lines, UsageReport.USERS),
            used(lines, Usage.RECORDS),
            used(lines, Usage.STORAGE),
            used(lines, ApiCalls.PER_MONTH),
            lastActive(),
            failingJobs(now),
            stuckEvents(tenant),
            count(lines, Standing.NEAR),
            count(lines, Standing.REACHED),
            tenant
        };
        int known = sql.updatePlatform(
                "UPDATE tenant_figures SET gathered_at = ?, people = ?, records = ?, storage = ?, calls = ?,"
                        + " last_active_at = ?, failing_jobs = ?, stuck_events = ?, near_limits = ?, full_limits = ?"
                        + " WHERE tenant_id = ?",
                values);
        if (known == 0) {
            sql.updatePlatform(
                    "INSERT INTO tenant_figures (gathered_at, people, records, storage, calls, last_active_at,"
                            + " failing_jobs, stuck_events, near_limits, full_limits, tenant_id)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    values);
        }
    }

    private static long used(List<UsageLine> lines, String limit) {
        return lines.stream()
                .filter(line -> line.limit().equals(limit))
                .mapToLong(UsageLine::used)
                .sum();
    }

    private static long count(List<UsageLine> lines, Standing standing) {
        return lines.stream().filter(line -> line.standing() == standing).count();
    }

    /** The end of an index each. */
    private LocalDateTime lastActive() {
        return Stream.of(
                        sql.query(
                                "SELECT MAX(last_seen_at) FROM member WHERE tenant_id = ?",
                                row -> Optional.ofNullable(row.getObject(1, LocalDateTime.class))),
                        sql.query(
                                "SELECT made_at FROM record_change WHERE tenant_id = ? ORDER BY id DESC LIMIT 1",
                                row -> Optional.ofNullable(row.getObject(1, LocalDateTime.class))))
                .flatMap(List::stream)
                .map(found -> found.orElse(null))
                .filter(Objects::nonNull)
                .max(LocalDateTime::compareTo)
                .orElse(null);
    }

    private long failingJobs(LocalDateTime now) {
        return sql.query(
                        "SELECT COUNT(*) FROM job WHERE tenant_id = ? AND status = 'FAILED' AND finished_at > ?",
                        row -> row.getLong(1),
                        now.minus(FAILING))
                .get(0);
    }

    private long stuckEvents(int tenant) {
        return sql.queryPlatform(
                        "SELECT COUNT(*) FROM event_retry WHERE tenant_id = ? AND attempts >= ?",
                        row -> row.getLong(1),
                        tenant,
                        STUCK_ATTEMPTS)
                .get(0);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
