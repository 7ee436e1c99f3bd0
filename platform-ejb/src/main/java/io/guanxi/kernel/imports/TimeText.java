package io.guanxi.kernel.imports;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as files have them: 14:30, 2:30 PM, 下午2:30, 14h30. */
final class TimeText {

    private static final Pattern TIME = Pattern.compile(
            "(?<before>上午|下午)?\\s*(?<hour>\\d{1,2})\\s*[:：.h点时]\\s*(?<minute>\\d{2})?分?(?:[:：](?<second>\\d{2}))?\\s*(?<after>am|pm)?");

    private static final int NOON = 12;

    private TimeText() {}

    /** External form; empty when the text is none. */
    static Optional<String> parse(String text) {
        Matcher match = TIME.matcher(text.strip().toLowerCase(Locale.ROOT).replace(".m.", "m"));
        if (!match.matches()) {
            return Optional.empty();
        }
        boolean forenoon = "上午".equals(match.group("before")) || "am".equals(match.group("after"));
        boolean afternoon = "下午".equals(match.group("before")) || "pm".equals(match.group("after"));
        int hour = Integer.parseInt(match.group("hour"));
        if (forenoon && hour == NOON) {
            hour = 0;
        } else if (afternoon && hour < NOON) {
            hour += NOON;
        }
        try {
            return Optional.of(LocalTime.of(hour, number(match.group("minute")), number(match.group("second")))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
