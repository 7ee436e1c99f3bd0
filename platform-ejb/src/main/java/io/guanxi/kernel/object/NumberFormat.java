package io.guanxi.kernel.object;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How numbers of records are written: any text, one place for the number, such as {@code {0000}} for at least four digits,
 * and {@code {YYYY}}, {@code {YY}}, {@code {MM}} and {@code {DD}} for the day on which the record was made.
 */
public final class NumberFormat {

    /** Longest format in characters. */
    public static final int LONGEST = 40;

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern DIGITS = Pattern.compile("0{1,12}");

    private final String format;

    private NumberFormat(String format) {
        this.format = format;
    }

    /** Whether a text is one. */
    public static boolean isValid(String format) {
        if (format == null || format.isBlank() || format.length() > LONGEST) {
            return false;
        }
        int numbers = 0;
        Matcher place = PLACE.matcher(format);
        while (place.find()) {
            if (DIGITS.matcher(place.group(1)).matches()) {
                numbers++;
            } else if (!place.group(1).matches("YYYY|YY|MM|DD")) {
                return false;
            }
        }
        return numbers == 1 && !PLACE.matcher(format).replaceAll("").matches(".*[{}\\p{Cntrl}].*");
    }

    /**
     * @param format a valid one
     */
    public static NumberFormat of(String format) {
        return new NumberFormat(format);
    }

    /** The number as records show it. */
    public String write(long number, LocalDate day) {
        return PLACE.matcher(format).replaceAll(place -> part(place.group(1), number, day));
    }

    private static String part(String place, long number, LocalDate day) {
        return switch (place) {
            case "YYYY" -> "%04d".formatted(day.getYear());
            case "YY" -> "%02d".formatted(day.getYear() % 100);
            case "MM" -> "%02d".formatted(day.getMonthValue());
            case "DD" -> "%02d".formatted(day.getDayOfMonth());
            default -> ("%0" + place.length() + "d").formatted(number);
        };
    }
}
