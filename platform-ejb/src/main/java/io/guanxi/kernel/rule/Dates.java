package io.guanxi.kernel.rule;

import static io.guanxi.kernel.rule.FunctionDefinition.function;
import static io.guanxi.kernel.rule.Kinds.DATE;
import static io.guanxi.kernel.rule.Kinds.INSTANT;
import static io.guanxi.kernel.rule.Kinds.INT;
import static io.guanxi.kernel.rule.Kinds.TEXT;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongFunction;

/** Functions of dates and times. Times become dates in the zone of the evaluation. */
final class Dates {

    private Dates() {}

    static List<FunctionDefinition> all() {
        return List.of(
                // The compiler adds the zone as the last argument.
                function("@date")
                        .gives(DATE, TEXT, TEXT)
                        .gives(DATE, INSTANT, TEXT)
                        .gives(DATE, DATE, TEXT)
                        .two((value, zone) -> Absent.is(value) ? Absent.VALUE : date(value, (String) zone)),
                function("date")
                        .gives(DATE, TEXT)
                        .gives(DATE, INSTANT)
                        .gives(DATE, INT, INT, INT)
                        .many(args -> Absent.is(args[0]) || Absent.is(args[1]) || Absent.is(args[2])
                                ? Absent.VALUE
                                : date((Long) args[0], (Long) args[1], (Long) args[2]))
                        .example("date('2026-02-28') + 1", "2026-03-01"),
                function("timestamp")
                        .gives(INSTANT, TEXT)
                        .one(NumberFunctions.present(text -> timestamp((String) text)))
                        .example("timestamp('2026-11-22T08:00:00+08:00')", "2026-11-22T00:00:00Z"),
                part("year", date -> date.getYear()).example("year(today)", "2026"),
                part("month", date -> date.getMonthValue()).example("today.month()", "11"),
                part("day", date -> date.getDayOfMonth()).example("today.day()", "22"),
                part("weekday", date -> date.getDayOfWeek().getValue()).example("weekday(date('2026-11-23'))", "1"),
                function("addDays")
                        .givesEither(DATE, DATE, INT)
                        .givesEither(INSTANT, INSTANT, INT)
                        .two(Operators.present((value, days) -> value instanceof LocalDate date
                                ? addDays(date, (Long) days)
                                : addDays((Instant) value, (Long) days)))
                        .example("addDays(today, 10)", "2026-12-02"),
                function("addMonths")
                        .givesEither(DATE, DATE, INT)
                        .two(Operators.present((date, months) -> addMonths((LocalDate) date, (Long) months)))
                        .example("addMonths(date('2026-01-31'), 1)", "2026-02-28"),
                function("daysBetween")
                        .gives(INT, DATE, DATE)
                        .gives(INT, INSTANT, INSTANT)
                        .two(Operators.present((from, to) -> from instanceof LocalDate date
                                ? ChronoUnit.DAYS.between(date, (LocalDate) to)
                                : Duration.between((Instant) from, (Instant) to).toDays()))
                        .example("daysBetween(date('2026-02-01'), date('2026-03-01'))", "28"),
                function("hoursBetween")
                        .gives(INT, INSTANT, INSTANT)
                        .two(Operators.present((from, to) ->
                                Duration.between((Instant) from, (Instant) to).toHours()))
                        .example("hoursBetween(createdAt, now)", "48"));
    }

    private static FunctionDefinition part(String name, ToLongFunction<LocalDate> code) {
        return function(name)
                .givesEither(INT, DATE)
                .one(NumberFunctions.present(date -> code.applyAsLong((LocalDate) date)));
    }

    private static LocalDate date(Object value, String zone) {
        if (value instanceof Instant instant) {
            return instant.atZone(ZoneId.of(zone)).toLocalDate();
        }
        return value instanceof LocalDate date ? date : parse((String) value);
    }

    static LocalDate parse(String text) {
        try {
            return checked(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new RuleFault("rule.invalidValue", text);
        }
    }

    static Instant timestamp(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            checked(instant.atZone(ZoneId.of("Z")).toLocalDate());
            return instant;
        } catch (DateTimeException e) {
            throw new RuleFault("rule.invalidValue", text);
        }
    }

    private static LocalDate date(long year, long month, long day) {
        try {
            return checked(LocalDate.of(Math.toIntExact(year), Math.toIntExact(month), Math.toIntExact(day)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new RuleFault("rule.invalidValue", year + "-" + month + "-" + day);
        }
    }

    static LocalDate addDays(LocalDate date, long days) {
        try {
            return checked(date.plusDays(days));
        } catch (DateTimeException | ArithmeticException e) {
            throw new RuleFault("rule.invalidValue", date + " + " + days);
        }
    }

    private static Instant addDays(Instant instant, long days) {
        addDays(instant.atZone(ZoneId.of("Z")).toLocalDate(), days);
        return instant.plus(days, ChronoUnit.DAYS);
    }

    /** The last day of the month reached when it has no such day. */
    private static LocalDate addMonths(LocalDate date, long months) {
        try {
            return checked(date.plusMonths(months));
        } catch (DateTimeException | ArithmeticException e) {
            throw new RuleFault("rule.invalidValue", date + " + " + months);
        }
    }

    private static LocalDate checked(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new RuleFault("rule.invalidValue", date.toString());
        }
        return date;
    }
}
