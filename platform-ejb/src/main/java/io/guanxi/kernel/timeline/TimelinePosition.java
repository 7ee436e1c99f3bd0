package io.guanxi.kernel.timeline;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.id.RecordId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A place in a timeline: entries behind it are older, or as old with a lower id. */
public record TimelinePosition(Instant at, long id) implements Comparable<TimelinePosition> {

    /** Before everything there can be. */
    static final TimelinePosition NEWEST = new TimelinePosition(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    @Override
    public int compareTo(TimelinePosition other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Long.compare(id, other.id);
    }

    String cursor() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + RecordId.format(id);
    }

    /**
     * @throws InvalidQuery when it is no cursor
     */
    static TimelinePosition of(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return NEWEST;
        }
        int split = cursor.indexOf('_');
        try {
            return new TimelinePosition(
                    Instant.EPOCH.plus(Long.parseLong(cursor.substring(0, Math.max(0, split))), ChronoUnit.MICROS),
                    RecordId.parse(cursor.substring(split + 1)).orElseThrow(() -> new InvalidQuery("cursor")));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw new InvalidQuery("cursor");
        }
    }
}
