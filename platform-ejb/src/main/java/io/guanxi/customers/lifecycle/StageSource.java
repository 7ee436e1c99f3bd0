package io.guanxi.customers.lifecycle;

import io.guanxi.customers.facts.FactFields;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.timeline.TimelineEntry;
import io.guanxi.kernel.timeline.TimelinePosition;
import io.guanxi.kernel.timeline.TimelineSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** An account moved from stage to stage. */
@ApplicationScoped
public class StageSource implements TimelineSource {

    @Inject
    private StageMoves moves;

    @Override
    public String kind() {
        return "stages";
    }

    @Override
    public boolean covers(String object) {
        return object.equals(FactFields.ACCOUNT);
    }

    @Override
    public List<TimelineEntry> before(String object, long record, TimelinePosition position, int limit) {
        return moves.before(record, position.at(), position.id(), limit).stream()
                .map(this::entry)
                .toList();
    }

    private TimelineEntry entry(StageMoves.Move move) {
        return new TimelineEntry(
                RecordId.parse(move.id()).orElseThrow(),
                kind(),
                move.at(),
                "pi-chart-line",
                "io.guanxi.customers.lifecycle.messages",
                "timeline.to." + (move.to().isEmpty() ? "none" : move.to()),
                List.of(),
                "",
                move.isByHand() ? move.reason() : move.rule(),
                Optional.empty());
    }
}
