package io.guanxi.kernel.imports;

import io.guanxi.kernel.tabular.CsvExport;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person meant to write in a cell, without what programs added. */
final class CellCleaner {

    /** Blanks of every script, and marks of no width that copying brings along. */
    private static final Pattern AROUND =
            Pattern.compile("^[\\s\\p{Z}\\u200B-\\u200F\\u2060\\uFEFF]+|[\\s\\p{Z}\\u200B-\\u200F\\u2060\\uFEFF]+$");

    private final Set<String> emptyWords;

    CellCleaner(Set<String> emptyWords) {
        this.emptyWords =
                emptyWords.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Composed, trimmed, without the mark that exports put before formulas; empty when nothing is said. */
    Optional<String> clean(String cell) {
        String text = AROUND.matcher(CsvExport.restored(Normalizer.normalize(cell, Normalizer.Form.NFC)))
                .replaceAll("");
        return text.isEmpty() || emptyWords.contains(text.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(text);
    }
}
