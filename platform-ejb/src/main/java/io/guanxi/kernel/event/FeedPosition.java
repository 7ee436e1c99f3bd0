package io.guanxi.kernel.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * How far a reader of the feed has come. Positions are given when a row is written but seen when its transaction commits, so
 * those missing below the last one are remembered as gaps and asked for again, until no transaction can still fill them.
 *
 * @param last highest position read
 * @param gaps ranges below it that were not there yet
 */
public record FeedPosition(long last, List<Gap> gaps) {

    /** Before the first event. */
    public static final FeedPosition START = new FeedPosition(0, List.of());

    /** No transaction lasts longer. */
    static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

    /**
     * Positions without a row: not yet committed, or rolled back.
     *
     * @param since when they were first missed
     */
    public record Gap(long from, long to, Instant since) {}

    public FeedPosition {
        gaps = List.copyOf(gaps);
    }

    /** At this position, with nothing missing before it. */
    public static FeedPosition at(long position) {
        return new FeedPosition(position, List.of());
    }

    /** What stands before this position has been read. */
    public long low() {
        return gaps.stream().mapToLong(Gap::from).min().orElse(last + 1);
    }

    /** After these events were read, which are all that could be seen now in the gaps and up to the highest of them. */
    FeedPosition after(List<RecordEvent> events, Instant now) {
        TreeSet<Long> seen = new TreeSet<>();
        events.forEach(event -> seen.add(event.position()));
        long highest = seen.isEmpty() ? last : Math.max(last, seen.last());
        List<Gap> open = new ArrayList<>();
        gaps.stream()
                .filter(gap -> gap.since().isAfter(now.minus(LONGEST_TRANSACTION)))
                .forEach(gap -> open.addAll(missing(gap, seen)));
        if (highest > last) {
            open.addAll(missing(new Gap(last + 1, highest, now), seen));
        }
        return new FeedPosition(highest, open);
    }

    private static List<Gap> missing(Gap range, TreeSet<Long> seen) {
        List<Gap> missing = new ArrayList<>();
        long from = range.from();
        for (long position : seen.subSet(range.from(), true, range.to(), true)) {
            if (position > from) {
                missing.add(new Gap(from, position - 1, range.since()));
            }
            from = position + 1;
        }
        if (from <= range.to()) {
            missing.add(new Gap(from, range.to(), range.since()));
        }
        return missing;
    }

    /** As it is stored, such as {@code 17;12-13@1763820000}. */
    public String text() {
        StringBuilder text = new StringBuilder(Long.toString(last));
        gaps.forEach(gap -> text.append(';')
                .append(gap.from())
                .append('-')
                .append(gap.to())
                .append('@')
                .append(gap.since().getEpochSecond()));
        return text.toString();
    }

    /**
     * What {@link #text()} gave.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static FeedPosition parse(String text) {
        String[] parts = text.split(";");
        List<Gap> gaps = Arrays.stream(parts, 1, parts.length)
                .map(gap -> gap.split("[-@]", 3))
                .map(gap -> new Gap(
                        Long.parseLong(gap[0]), Long.parseLong(gap[1]), Instant.ofEpochSecond(Long.parseLong(gap[2]))))
                .toList();
        return new FeedPosition(Long.parseLong(parts[0]), gaps);
    }
}
