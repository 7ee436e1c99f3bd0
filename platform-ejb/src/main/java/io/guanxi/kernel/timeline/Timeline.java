package io.guanxi.kernel.timeline;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happened around a record. */
@Stateless
@TenantBound
public class Timeline {

    private static final int MAX_LIMIT = 100;

    @Inject
    @Any
    private Instance<TimelineSource> sources;

    @Inject
    private RecordService records;

    /**
     * A page of a timeline.
     *
     * @param next cursor of older entries; empty on the last page
     */
    public record Page(List<TimelineEntry> entries, Optional<String> next) {}

    /** The kinds there can be around records of an object, in their order. */
    public List<String> kinds(String object) {
        return sources.stream()
                .filter(source -> source.covers(object))
                .map(TimelineSource::kind)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Newest first. Needs {@code read}.
     *
     * @param kind   only these; empty for all
     * @param cursor where the page before ended; null for the newest
     * @throws io.guanxi.kernel.error.RecordNotFound when the tenant has no such live record
     */
    public Page of(String object, String id, String kind, String cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidQuery("limit", MAX_LIMIT);
        }
        TimelinePosition position = TimelinePosition.of(cursor);
        records.require(object, id);
        long record = RecordId.parse(id).orElseThrow();
        List<TimelineEntry> found = sources.stream()
                .filter(source -> source.covers(object)
                        && (kind.isEmpty() || source.kind().equals(kind)))
                .flatMap(source -> source.before(object, record, position, limit + 1).stream())
                .sorted(Comparator.comparing(TimelineEntry::position).reversed())
                .limit(limit + 1L)
                .toList();
        return found.size() <= limit
                ? new Page(found, Optional.empty())
                : new Page(
                        found.subList(0, limit),
                        Optional.of(found.get(limit - 1).position().cursor()));
    }
}
