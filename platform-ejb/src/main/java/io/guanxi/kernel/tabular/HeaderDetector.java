package io.guanxi.kernel.tabular;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the first row of a table names its columns: short words, all different, none of them a value. */
final class HeaderDetector {

    private static final Pattern VALUE =
            Pattern.compile("[+(-]?[\\d\\s().,/:+%-]*\\d[\\d\\s().,/:T+Z%-]*|\\S+@\\S+\\.\\S+|https?://.*");
    private static final int LONGEST_NAME = 100;

    private HeaderDetector() {}

    static boolean isHeader(List<String> first) {
        Set<String> names = new HashSet<>();
        int named = 0;
        for (String cell : first) {
            String name = cell.strip();
            if (name.isEmpty()) {
                continue;
            }
            if (name.length() > LONGEST_NAME || VALUE.matcher(name).matches()) {
                return false;
            }
            named++;
            names.add(name.toLowerCase(Locale.ROOT));
        }
        return named * 2 >= first.size() && names.size() * 10 >= named * 9;
    }
}
