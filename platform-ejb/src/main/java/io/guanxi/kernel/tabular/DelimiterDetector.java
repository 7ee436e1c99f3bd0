package io.guanxi.kernel.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The delimiter of a text: the candidate that splits its first records into equally many fields most often. */
final class DelimiterDetector {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int RECORDS = 50;

    private DelimiterDetector() {}

    /**
     * @param text     beginning of the file
     * @param complete whether that is the whole file
     * @return a comma when the text has one column
     */
    static char detect(String text, boolean complete) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(counts(text, candidate, complete));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** The share of records with the most frequent number of delimiters, and that number where shares are equal. */
    private static double score(List<Integer> counts) {
        if (counts.isEmpty() || counts.get(0) == 0) {
            return 0;
        }
        Map<Integer, Integer> frequency = new HashMap<>();
        counts.forEach(count -> frequency.merge(count, 1, Integer::sum));
        return frequency.entrySet().stream()
                .filter(entry -> entry.getKey() > 0)
                .mapToDouble(entry -> (double) entry.getValue() / counts.size() + Math.min(entry.getKey(), 999) / 1e6)
                .max()
                .orElse(0);
    }

    /** How many delimiters stand outside quotes in each of the first records that are not blank. */
    private static List<Integer> counts(String text, char delimiter, boolean complete) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        boolean fieldStart = true;
        int count = 0;
        int recordStart = 0;
        for (int i = 0; i < text.length() && counts.size() < RECORDS; i++) {
            char c = text.charAt(i);
            if (quoted) {
                quoted = c != '"';
            } else if (c == '"' && (fieldStart || text.charAt(i - 1) == '"')) {
                quoted = true;
                fieldStart = false;
            } else if (c == delimiter) {
                count++;
                fieldStart = true;
            } else if (c == '\n' || c == '\r') {
                if (i > recordStart) {
                    counts.add(count);
                }
                count = 0;
                recordStart = i + 1;
                fieldStart = true;
            } else {
                fieldStart = false;
            }
        }
        if (recordStart < text.length() && counts.size() < RECORDS && (complete || counts.isEmpty())) {
            counts.add(count);
        }
        return counts;
    }
}
