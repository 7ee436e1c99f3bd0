package io.guanxi.kernel.timeline;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.record.HistoryEntry;
import io.guanxi.kernel.record.RecordHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Changes of the record itself. */
@ApplicationScoped
public class ChangeSource implements TimelineSource {

    @Inject
    private RecordHistory history;

    @Override
    public String kind() {
        return "changes";
    }

    @Override
    public boolean covers(String object) {
        return true;
    }

    @Override
    public List<TimelineEntry> before(String object, long record, TimelinePosition position, int limit) {
        return history.before(object, record, position.at(), position.id(), limit).stream()
                .map(this::entry)
                .toList();
    }

    private TimelineEntry entry(HistoryEntry entry) {
        return new TimelineEntry(
                RecordId.parse(entry.id()).orElseThrow(),
                kind(),
                entry.at(),
                icon(entry.action()),
                "io.guanxi.kernel.timeline.messages",
                "timeline." + entry.action(),
                List.of(entry.by()),
                "",
                "",
                Optional.of(entry));
    }

    private static String icon(HistoryEntry.Action action) {
        return switch (action) {
            case CREATED -> "pi-plus";
            case UPDATED -> "pi-pencil";
            case DELETED -> "pi-trash";
            case ARCHIVED -> "pi-box";
            case RESTORED, UNARCHIVED, UNMERGED -> "pi-undo";
            case MERGED -> "pi-link";
        };
    }
}
