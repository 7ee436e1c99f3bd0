package io.guanxi.kernel.imports;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A heading as its words, however it is written: {@code companyName}, {@code Company_Name} and {@code COMPANY NAME} are
 * the same.
 *
 * @param words  lower case without accents; a run of Chinese characters is one word
 * @param joined all words in one, for comparison
 * @param isHan  whether all of it is Chinese
 */
record Heading(List<String> words, String joined, boolean isHan) {

    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern SCRIPT_CHANGE =
            Pattern.compile("(?<=\\p{IsHan})(?=[\\p{IsLatin}\\d])|(?<=[\\p{IsLatin}\\d])(?=\\p{IsHan})");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Heading of(String text) {
        String parted = SCRIPT_CHANGE
                .matcher(HUMP.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .replaceAll(" "))
                .replaceAll(" ");
        String plain = ACCENT.matcher(Normalizer.normalize(parted, Normalizer.Form.NFD))
                .replaceAll("");
        String spaced =
                NO_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        String joined = spaced.replace(" ", "");
        boolean isHan = joined.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return new Heading(joined.isEmpty() ? List.of() : Arrays.asList(spaced.split(" ")), joined, isHan);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether the other heading's words stand within these, one after another; in Chinese within a run. */
    boolean contains(Heading other) {
        return other.isHan
                ? joined.contains(other.joined)
                : java.util.Collections.indexOfSubList(words, other.words) >= 0;
    }
}
