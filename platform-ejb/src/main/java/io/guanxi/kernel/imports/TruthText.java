package io.guanxi.kernel.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Yes and no in the words and marks of lists. */
final class TruthText {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x", "on", "✓", "✔", "是", "有", "对", "真");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "off", "✗", "否", "没有", "不", "假");

    private TruthText() {}

    static Optional<Boolean> parse(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
