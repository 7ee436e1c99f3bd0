package io.guanxi.kernel.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of days told from today, as filters name it: {@code today}, {@code this-quarter}, {@code last-30-days} and the like.
 * Weeks begin on Monday; the last days include today, the next ones begin with it.
 *
 * @param from first day
 * @param end  the day after the last one
 */
public record Period(LocalDate from, LocalDate end) {

    private static final Pattern DAYS = Pattern.compile("(last|next)-(\\d{1,4})-days");
    private static final Pattern UNITS = Pattern.compile("(last|this|next)-(week|month|quarter|year)");
    private static final Pattern DAY = Pattern.compile("today([+-]\\d{1,5})?");
    private static final int MONTHS_OF_QUARTER = 3;

    /**
     * @param today where the reader is
     * @return empty when no period is called so
     */
    public static Optional<Period> of(String name, LocalDate today) {
        Optional<LocalDate> day =
                switch (name) {
                    case "yesterday" -> Optional.of(today.minusDays(1));
                    case "tomorrow" -> Optional.of(today.plusDays(1));
                    default -> day(name, today);
                };
        Matcher days = DAYS.matcher(name);
        Matcher units = UNITS.matcher(name);
        if (day.isPresent()) {
            return day.map(d -> new Period(d, d.plusDays(1)));
        } else if (days.matches()) {
            int count = Integer.parseInt(days.group(2));
            return Optional.of(
                    days.group(1).equals("last")
                            ? new Period(today.minusDays(count - 1L), today.plusDays(1))
                            : new Period(today, today.plusDays(count)));
        } else if (units.matches()) {
            int steps = units.group(1).equals("last") ? -1 : units.group(1).equals("next") ? 1 : 0;
            return Optional.of(unit(units.group(2), steps, today));
        }
        return Optional.empty();
    }

    /** A day such as {@code today}, {@code today-30} or {@code today+7}; empty when the text is none. */
    public static Optional<LocalDate> day(String text, LocalDate today) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return Optional.empty();
        }
        return Optional.of(day.group(1) == null ? today : today.plusDays(Integer.parseInt(day.group(1))));
    }

    private static Period unit(String unit, int steps, LocalDate today) {
        return switch (unit) {
            case "week" -> {
                LocalDate start = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(steps);
                yield new Period(start, start.plusWeeks(1));
            }
            case "month" -> {
                LocalDate start = today.withDayOfMonth(1).plusMonths(steps);
                yield new Period(start, start.plusMonths(1));
            }
            case "quarter" -> {
                LocalDate start = today.withDayOfMonth(1)
                        .minusMonths((today.getMonthValue() - 1) % MONTHS_OF_QUARTER)
                        .plusMonths((long) steps * MONTHS_OF_QUARTER);
                yield new Period(start, start.plusMonths(MONTHS_OF_QUARTER));
            }
            default -> {
                LocalDate start = today.withDayOfYear(1).plusYears(steps);
                yield new Period(start, start.plusYears(1));
            }
        };
    }
}
