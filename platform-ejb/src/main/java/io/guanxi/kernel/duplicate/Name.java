package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.search.Pinyin;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * A name as it is compared.
 *
 * @param ordered  its words one after another
 * @param sorted   the same whatever the order of words, and of Chinese characters, was
 * @param latin    how it is spelt in Latin letters
 * @param skeleton its consonants, in which most slips of the keyboard leave no trace; empty for Chinese and short names
 * @param numbers  numbers in it: the twelfth shop is not the thirteenth
 */
record Name(String ordered, String sorted, String latin, String skeleton, String numbers) {

    /**
     * Below, two names are two names. Winkler (1990, "String Comparator Metrics and Enhanced Decision Rules in the
     * Fellegi-Sunter Model of Record Linkage") puts the bound for a doubtful agreement there.
     */
    private static final double ALIKE = 0.88;

    /** Where every letter counts: in short names and in Chinese, whose characters are words. */
    private static final double NEARLY_SAME = 0.95;

    private static final int SHORTEST_SKELETON = 4;

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private static final Pattern DIGITS = Pattern.compile("\\D+");
    private static final Pattern SOFT = Pattern.compile("[aeiouyhw0-9]");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

    /** Null when there are no letters or digits to compare. */
    static Name of(List<String> words) {
        if (words.isEmpty()) {
            return null;
        }
        String ordered = String.join("", words);
        boolean han = words.stream().anyMatch(NameText::isHan);
        String sorted = words.stream()
                .map(word -> NameText.isHan(word) ? "" : word)
                .sorted()
                .collect(Collectors.joining());
        String characters = words.stream().filter(NameText::isHan).collect(Collectors.joining());
        String latin = words.stream()
                .map(word -> NameText.isHan(word) ? Pinyin.of(word).get(0) : word)
                .collect(Collectors.joining());
        return new Name(
                ordered,
                sorted + byCharacter(characters),
                latin,
                han ? "" : skeleton(sorted),
                DIGITS.matcher(ordered).replaceAll(" ").strip());
    }

    private static String byCharacter(String text) {
        char[] characters = text.toCharArray();
        Arrays.sort(characters);
        return new String(characters);
    }

    private static String skeleton(String text) {
        String rest = SOFT.matcher(text.substring(1)).replaceAll("");
        String skeleton = DOUBLED.matcher(text.charAt(0) + rest).replaceAll("$1");
        return skeleton.length() < SHORTEST_SKELETON ? "" : skeleton;
    }

    /** Texts of which two names that are alike share one. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(List.of(sorted, latin));
        if (!skeleton.isEmpty()) {
            keys.add("~" + skeleton + numbers);
        }
        return keys;
    }

    /** Percent: 100 for the same name, 0 for names that are not alike. */
    int similarity(Name other) {
        if (!numbers.equals(other.numbers)) {
            return 0;
        }
        if (ordered.equals(other.ordered)) {
            return 100;
        }
        if (sorted.equals(other.sorted)) {
            return 97;
        }
        if (latin.equals(other.latin)) {
            return 92;
        }
        boolean dense = skeleton.isEmpty() || other.skeleton.isEmpty();
        double ordered = JARO_WINKLER.apply(this.ordered, other.ordered);
        double best = dense ? ordered : Math.max(ordered, JARO_WINKLER.apply(sorted, other.sorted));
        return best < (dense ? NEARLY_SAME : ALIKE) ? 0 : (int) Math.round(best * 100);
    }
}
