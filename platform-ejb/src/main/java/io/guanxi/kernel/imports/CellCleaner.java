package io.guanxi.kernel.imports;

import io.guanxi.kernel.tabular.CsvExport;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person meant to write in a cell, without what programs added. */
final class CellCleaner {

    private final Set<String> emptyWords;

    CellCleaner(Set<String> emptyWords) {
        this.emptyWords =
                emptyWords.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Composed, trimmed, without the mark that exports put before formulas; empty when nothing is said. */
    Optional<String> clean(String cell) {
        String text = trimmed(CsvExport.restored(Normalizer.normalize(cell, Normalizer.Form.NFC)));
        return text.isEmpty() || emptyWords.contains(text.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(text);
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Blanks of every script, and marks of no width that copying brings along. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c >= '\u200B' && c <= '\u200F'
                || c == '\u2060'
                || c == '\uFEFF';
    }
}
