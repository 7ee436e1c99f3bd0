package io.guanxi.kernel.imports;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and moments as files and people write them. Years of two digits are those from 1950 to 2049. */
public final class DateText {

    /** Countries that write the month before the day, by ISO 3166 code. */
    private static final Set<String> MONTH_FIRST = Set.of("US", "PH", "FM", "MH", "PW");

    private static final String TIME = "(?:(?:T|\\s+)(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?Z?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?" + TIME);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + TIME);
    private static final Pattern DAY_MONTH =
            Pattern.compile("(\\d{1,2})[-.\\s]*([A-Za-z]{3,9})[-.,\\s]*(\\d{4})" + TIME);
    private static final Pattern MONTH_DAY =
            Pattern.compile("([A-Za-z]{3,9})[.\\s]+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + TIME);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int TURN = 50;

    private final List<DateTimeFormatter> own;
    private final ZoneId zone;

    private record Moment(LocalDate date, LocalTime time) {}

    /**
     * @param patterns forms of this file, tried first
     * @param zone     of times that name none
     * @throws InvalidMapping when a pattern is none
     */
    public DateText(List<String> patterns, ZoneId zone) {
        this.own = patterns.stream().map(DateText::formatter).toList();
        this.zone = zone;
    }

    /** Whether 4/5 is the fourth of May where a country writes; so it is where none is known. */
    public static boolean isDayFirst(Optional<String> country) {
        return country.filter(MONTH_FIRST::contains).isEmpty();
    }

    /** The date in ISO form; a time of day is dropped. */
    public Optional<String> date(String text, boolean dayFirst) {
        return moment(text, dayFirst).map(moment -> moment.date.toString());
    }

    /** The moment in ISO form in UTC. */
    public Optional<String> instant(String text, boolean dayFirst) {
        return offset(text)
                .or(() -> moment(text, dayFirst)
                        .map(moment ->
                                moment.date.atTime(moment.time).atZone(zone).toInstant()))
                .map(Instant::toString);
    }

    private static Optional<Instant> offset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Moment> moment(String raw, boolean dayFirst) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        for (DateTimeFormatter formatter : own) {
            Optional<Moment> moment = formatted(text, formatter);
            if (moment.isPresent()) {
                return moment;
            }
        }
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches() || m.usePattern(COMPACT).matches()) {
            return of(m.group(1), m.group(2), m.group(3), m.group(4));
        }
        if (m.usePattern(YEAR_LAST).matches()) {
            return of(m.group(3), m.group(dayFirst ? 2 : 1), m.group(dayFirst ? 1 : 2), m.group(4));
        }
        if (m.usePattern(DAY_MONTH).matches()) {
            return of(m.group(3), month(m.group(2)), m.group(1), m.group(4));
        }
        if (m.usePattern(MONTH_DAY).matches()) {
            return of(m.group(3), month(m.group(1)), m.group(2), m.group(4));
        }
        return Optional.empty();
    }

    private static Optional<Moment> of(String year, String month, String day, String time) {
        try {
            int y = Integer.parseInt(year);
            int full = year.length() > 2 ? y : y < TURN ? 2000 + y : 1900 + y;
            LocalDate date = LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(new Moment(date, time == null ? LocalTime.MIDNIGHT : LocalTime.parse(padded(time))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Moment> formatted(String text, DateTimeFormatter formatter) {
        try {
            return Optional.of(new Moment(LocalDate.parse(text, formatter), LocalTime.MIDNIGHT));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw new InvalidMapping("import.datePatternInvalid", pattern);
        }
    }

    /** Number of the month; 0, which is none, for another word. */
    private static String month(String name) {
        return String.valueOf(MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1);
    }

    private static String padded(String time) {
        return time.indexOf(':') == 1 ? "0" + time : time;
    }
}
