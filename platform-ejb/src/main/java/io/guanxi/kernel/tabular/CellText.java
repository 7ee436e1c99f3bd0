package io.guanxi.kernel.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** What a cell of a sheet says, as text: plain decimals, ISO dates and times, {@code true} and {@code false}. */
final class CellText {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

    /** What a spreadsheet shows of a number; digits beyond are noise of its binary form. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    /** The last day of year 9999, the last one a spreadsheet knows. */
    private static final int LAST_DAY = 2_958_465;

    /** 1900 was taken for a leap year; days before this one are counted without the day that never was. */
    private static final int FALSE_LEAP_DAY = 60;

    private static final long SECONDS_PER_DAY = 86_400;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private CellText() {}

    /** Text as it stands when it is no number after all. */
    static String number(String raw) {
        if (!NUMBER.matcher(raw).matches()) {
            return raw;
        }
        BigDecimal value = new BigDecimal(raw).round(SHOWN).stripTrailingZeros();
        return value.signum() == 0 ? "0" : value.toPlainString();
    }

    /**
     * @param raw      days since the epoch of the workbook, time as the fraction
     * @param date1904 whether that epoch is 1904-01-01
     */
    static String date(String raw, boolean date1904) {
        if (!NUMBER.matcher(raw).matches()) {
            return raw;
        }
        double serial = new BigDecimal(raw).doubleValue();
        if (!(serial >= 0 && serial < LAST_DAY + 1)) {
            return number(raw);
        }
        long seconds = Math.round(serial * SECONDS_PER_DAY);
        long day = seconds / SECONDS_PER_DAY;
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_PER_DAY);
        if (day == 0 && !date1904) {
            return TIME.format(time);
        }
        LocalDate date = epoch(day, date1904).plusDays(day);
        return time.equals(LocalTime.MIDNIGHT) ? date.toString() : date + "T" + TIME.format(time);
    }

    private static LocalDate epoch(long day, boolean date1904) {
        if (date1904) {
            return LocalDate.of(1904, 1, 1);
        }
        return LocalDate.of(1899, 12, day < FALSE_LEAP_DAY ? 31 : 30);
    }

    /** A cell of type {@code d}; midnight is no time. */
    static String isoDate(String raw) {
        if (!raw.contains("T")) {
            return raw;
        }
        try {
            LocalDateTime moment = LocalDateTime.parse(raw.endsWith("Z") ? raw.substring(0, raw.length() - 1) : raw);
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toLocalDate() + "T" + TIME.format(moment);
        } catch (java.time.format.DateTimeParseException e) {
            return raw;
        }
    }

    static String truth(String raw) {
        return switch (raw) {
            case "1" -> "true";
            case "0" -> "false";
            default -> raw;
        };
    }
}
