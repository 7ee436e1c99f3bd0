package io.guanxi.kernel.imports;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a column writes what can be read in two ways, told by those of its values that cannot.
 *
 * @param decimalComma whether {@code 1,5} is one and a half
 * @param dayFirst     whether {@code 3/4/2026} is in April
 */
record ColumnProfile(boolean decimalComma, boolean dayFirst) {

    private static final Pattern LAST_SIGN = Pattern.compile(".*\\d([.,])(\\d+)\\D*");
    private static final Pattern NUMERIC_DATE =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](?:\\d{4}|\\d{2})(?:\\D.*)?");
    private static final int GROUP = 3;
    private static final int MONTHS = 12;
    private static final int LONGEST = 100;

    /**
     * @param sample   some of the values
     * @param dayFirst where no value decides
     */
    static ColumnProfile of(List<String> sample, boolean dayFirst) {
        List<String> values =
                sample.stream().filter(value -> value.length() <= LONGEST).toList();
        int commas = values.stream().mapToInt(ColumnProfile::commaVote).sum();
        int days = values.stream().mapToInt(ColumnProfile::dayVote).sum();
        return new ColumnProfile(commas > 0, days == 0 ? dayFirst : days > 0);
    }

    /**
     * 1 for a decimal comma, -1 for a decimal point, 0 where the value has neither or could be grouped.
     */
    private static int commaVote(String value) {
        Matcher last = LAST_SIGN.matcher(value);
        if (!last.matches()) {
            return 0;
        }
        char sign = last.group(1).charAt(0);
        int isComma = sign == ',' ? 1 : -1;
        if (value.chars().filter(c -> c == sign).count() > 1) {
            return -isComma;
        }
        boolean both = value.indexOf(sign == ',' ? '.' : ',') >= 0;
        return both || last.group(2).length() != GROUP ? isComma : 0;
    }

    private static int dayVote(String value) {
        Matcher date = NUMERIC_DATE.matcher(value);
        if (!date.matches()) {
            return 0;
        }
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(2));
        if (first > MONTHS) {
            return 1;
        }
        return second > MONTHS ? -1 : 0;
    }
}
