package io.guanxi.kernel.company;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * On which days of the week a company works, and from when to when, in its own time zone.
 *
 * @param hours of the days on which it works; days that are not there are free
 */
public record WorkingWeek(Map<DayOfWeek, Hours> hours) {

    private static final Hours USUAL = new Hours(LocalTime.of(9, 0), LocalTime.of(18, 0));

    /** From Monday to Friday, nine to six. */
    public static final WorkingWeek DEFAULT = new WorkingWeek(Map.of(
            DayOfWeek.MONDAY, USUAL,
            DayOfWeek.TUESDAY, USUAL,
            DayOfWeek.WEDNESDAY, USUAL,
            DayOfWeek.THURSDAY, USUAL,
            DayOfWeek.FRIDAY, USUAL));

    public WorkingWeek {
        Map<DayOfWeek, Hours> sorted = new EnumMap<>(DayOfWeek.class);
        sorted.putAll(hours);
        hours = Collections.unmodifiableMap(sorted);
    }

    /** From when to when on one day; it ends on the day on which it begins. */
    public record Hours(LocalTime from, LocalTime until) {

        /** The hours of two texts such as {@code 09:00}; empty when they are none. */
        public static Optional<Hours> parse(String from, String until) {
            try {
                Hours hours = new Hours(LocalTime.parse(from.strip()), LocalTime.parse(until.strip()));
                return Optional.of(hours).filter(one -> one.from.isBefore(one.until));
            } catch (DateTimeParseException none) {
                return Optional.empty();
            }
        }
    }

    /** As it is stored: {@code MONDAY 09:00 18:00;TUESDAY …}. */
    String write() {
        return hours.entrySet().stream()
                .map(day -> day.getKey() + " " + day.getValue().from() + " "
                        + day.getValue().until())
                .collect(Collectors.joining(";"));
    }

    static WorkingWeek read(String text) {
        Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
        for (String day : text.isEmpty() ? new String[0] : text.split(";")) {
            String[] parts = day.split(" ");
            hours.put(
                    DayOfWeek.valueOf(parts[0]), Hours.parse(parts[1], parts[2]).orElseThrow());
        }
        return new WorkingWeek(hours);
    }
}
