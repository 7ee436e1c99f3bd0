package io.guanxi.customers.classes;

import io.guanxi.customers.facts.FactFields;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.timeline.TimelineEntry;
import io.guanxi.kernel.timeline.TimelinePosition;
import io.guanxi.kernel.timeline.TimelineSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** An account moved from class to class. */
@ApplicationScoped
public class ClassMoveSource implements TimelineSource {

    @Inject
    private ClassMoves moves;

    @Override
    public String kind() {
        return "classes";
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

    private TimelineEntry entry(ClassMoves.Move move) {
        boolean isFirst = move.from().isEmpty();
        return new TimelineEntry(
                RecordId.parse(move.id()).orElseThrow(),
                kind(),
                move.at(),
                "pi-star",
                "io.guanxi.customers.classes.messages",
                isFirst ? "timeline.first" : move.to().isEmpty() ? "timeline.left" : "timeline.moved",
                isFirst ? List.of(move.to()) : List.of(move.from(), move.to()),
                "",
                "",
                Optional.empty());
    }
}
