package io.guanxi.samples;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record with its past. The files give what it is today and, for each change, what the fields were before; from that
 * follow its first state and the changes forward.
 */
public final class PastRecord {

    /** Dates stand in the files as what they are away from today: those to come are negative. */
    private static final String DAYS_AGO = "DaysAgo";

    /** A change: who made it, when, and the fields' values after it. */
    public record Step(String by, Instant at, Map<String, Object> patch) {}

    private final Map<String, Object> first;
    private final List<Step> steps = new ArrayList<>();
    private final Instant createdAt;

    /**
     * @param today   its fields today, with {@code key} and {@code createdDaysAgo}
     * @param changes its changes, oldest first
     */
    public PastRecord(Map<String, Object> today, List<Map<String, Object>> changes, ZoneId zone, LocalDate now) {
        Map<String, Object> state = new LinkedHashMap<>(today);
        state.remove("key");
        today.forEach((name, days) -> {
            if (name.endsWith(DAYS_AGO) && !name.equals("created" + DAYS_AGO)) {
                state.remove(name);
                state.put(
                        name.substring(0, name.length() - DAYS_AGO.length()),
                        now.minusDays((Long) days).toString());
            }
        });
        createdAt = time(state.remove("createdDaysAgo"), 9L, zone, now);
        for (int i = changes.size() - 1; i >= 0; i--) {
            Map<String, Object> change = changes.get(i);
            Map<String, Object> patch = new LinkedHashMap<>();
            @SuppressWarnings("unchecked")
            Map<String, Object> before = (Map<String, Object>) change.get("changes");
            before.forEach((field, old) -> {
                patch.put(field, state.get(field));
                state.put(field, old);
            });
            steps.add(
                    0,
                    new Step(
                            (String) change.get("by"),
                            time(change.get("daysAgo"), change.get("hour"), zone, now),
                            patch));
        }
        state.values().removeIf(java.util.Objects::isNull);
        first = state;
    }

    private static Instant time(Object daysAgo, Object hour, ZoneId zone, LocalDate now) {
        return now.minusDays((Long) daysAgo)
                .atTime(LocalTime.of(((Long) hour).intValue(), 0))
                .atZone(zone)
                .toInstant();
    }

    /** The fields it was made with. */
    public Map<String, Object> first() {
        return first;
    }

    /** Its changes, oldest first. */
    public List<Step> steps() {
        return steps;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
