package io.guanxi.kernel.audit;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.Member.Source;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.record.HistoryEntry;
import io.guanxi.kernel.record.HistoryEntry.Change;
import io.guanxi.kernel.record.RecordHistory;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Entries of history and trail together, the newest first. Needs {@link Feature#AUDIT}. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuditSearch {

    public static final int MOST = 200;

    /** Entries of each table that one answer looks through where no index leads to those that are wanted. */
    private static final int LOOKED_THROUGH = 20_000;

    private static final String COMMON = "id, action, made_at, made_by, made_by_name, made_by_kind, acting, channel,"
            + " address, job_id, trace_id, changes, ";

    @Inject
    private AccessPolicy access;

    @Inject
    private SqlGateway sql;

    @Inject
    private RecordHistory history;

    /**
     * One page.
     *
     * @param next cursor of what is older; also there when nothing was found as far as was looked; empty at the end
     */
    public record Page(List<AuditLine> lines, Optional<String> next) {}

    /**
     * Entries that the filter lets through. Needs {@link Feature#AUDIT}.
     *
     * @param cursor where the page before ended; null or empty for the newest
     * @param limit  1–{@link #MOST}
     */
    public Page list(AuditFilter filter, String cursor, int limit) {
        access.require(Feature.AUDIT);
        if (limit < 1 || limit > MOST) {
            throw new InvalidQuery("limit", MOST);
        }
        long below = cursor == null || cursor.isEmpty()
                ? filter.end()
                : Math.min(filter.end(), RecordId.parse(cursor).orElseThrow(() -> new InvalidQuery("cursor")));
        long floor = filter.lowest();
        List<Source> sources = new ArrayList<>();
        if (filter.isOfRecords()) {
            sources.add(Source.RECORD_CHANGE);
        }
        if (filter.isOfTrail()) {
            sources.add(Source.AUDIT_ENTRY);
        }
        boolean isCut = false;
        if (!filter.isDirect()) {
            for (Source source : sources) {
                Optional<Long> end = lookedThrough(source, filter, below, floor);
                isCut |= end.isPresent();
                floor = Math.max(floor, end.orElse(floor));
            }
        }
        List<AuditLine> found = new ArrayList<>();
        for (Source source : sources) {
            found.addAll(read(source, filter, below, floor, limit + 1));
        }
        found.sort(Comparator.comparing(AuditLine::id).reversed());
        if (found.size() > limit) {
            List<AuditLine> page = found.subList(0, limit);
            return new Page(told(page), Optional.of(page.get(limit - 1).id()));
        }
        return new Page(told(found), isCut ? Optional.of(RecordId.format(floor)) : Optional.empty());
    }

    /** The id down to which a table is looked through; empty when that is all of it. */
    private Optional<Long> lookedThrough(Source source, AuditFilter filter, long below, long from) {
        AuditFilter period = new AuditFilter(filter.kind(), "", "", "", null, null, "", "");
        AuditQuery query = AuditQuery.of(source, period, below, from);
        return sql.query(query.sql("id", "1 OFFSET " + LOOKED_THROUGH), row -> row.getLong(1), query.values()).stream()
                .findFirst();
    }

    private List<AuditLine> read(Source source, AuditFilter filter, long below, long from, int most) {
        AuditQuery query = AuditQuery.of(source, filter, below, from);
        return source == Source.RECORD_CHANGE
                ? sql.query(
                        query.sql(COMMON + "object, record_id", Integer.toString(most)),
                        AuditSearch::change,
                        query.values())
                : sql.query(
                        query.sql(COMMON + "area, subject, title, agent", Integer.toString(most)),
                        AuditSearch::entry,
                        query.values());
    }

    private static AuditLine change(ResultSet row) throws SQLException {
        return line(row, AuditFilter.RECORDS, row.getString(13), RecordId.format(row.getLong(14)), "", null, List.of());
    }

    private static AuditLine entry(ResultSet row) throws SQLException {
        List<Change> changes = new ArrayList<>();
        if (row.getString(12) != null) {
            JsonTree.readObject(row.getString(12)).forEach((name, pair) -> {
                List<?> values = (List<?>) pair;
                changes.add(new Change(name, values.get(0), values.get(1), null, null));
            });
        }
        String area = row.getString(13).toLowerCase(Locale.ROOT);
        return line(row, area, null, row.getString(14), row.getString(15), row.getString(16), changes);
    }

    private static AuditLine line(
            ResultSet row, String kind, String object, String subject, String title, String agent, List<Change> changes)
            throws SQLException {
        long by = row.getLong(4);
        long job = row.getLong(10);
        return new AuditLine(
                RecordId.format(row.getLong(1)),
                kind,
                row.getString(2).toLowerCase(Locale.ROOT),
                row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                object,
                subject,
                title,
                row.getString(5),
                by == 0 ? null : RecordId.format(by),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                agent,
                job == 0 ? null : RecordId.format(job),
                row.getString(11),
                changes);
    }

    /** With the names of records and of what their fields point to. */
    private List<AuditLine> told(List<AuditLine> lines) {
        Map<String, List<AuditLine>> byObject = new HashMap<>();
        lines.stream()
                .filter(AuditLine::isOfRecord)
                .forEach(line -> byObject.computeIfAbsent(line.object(), none -> new ArrayList<>())
                        .add(line));
        Map<String, HistoryEntry> entries = new HashMap<>();
        Map<String, String> titles = new HashMap<>();
        byObject.forEach((object, some) -> {
            history.entries(object, some.stream().map(AuditLine::id).toList())
                    .forEach(entry -> entries.put(entry.id(), entry));
            titles.putAll(
                    history.titles(object, some.stream().map(AuditLine::subject).toList()));
        });
        return lines.stream()
                .map(line -> entries.containsKey(line.id())
                        ? line.told(
                                titles.getOrDefault(line.subject(), line.subject()),
                                entries.get(line.id()).changes())
                        : line)
                .toList();
    }
}
