package io.guanxi.kernel.search;

import io.guanxi.kernel.object.FieldType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words a text is found by. Every word is stored with its tails ("logistics", "ogistics", "gistics", …), cut to
 * sixteen characters: what somebody types is then a prefix of a stored term wherever in the word it stands.
 */
public final class SearchTerms {

    /** Longest term; what is typed beyond is not compared. */
    static final int LENGTH = 16;

    /** Shortest tail of a word in an alphabet; shorter ones would match almost everything. */
    private static final int SHORTEST_TAIL = 3;

    private static final int SHORTEST_PHONE_TAIL = 4;

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");

    private SearchTerms() {}

    /** Terms of a field's text. */
    public static Set<String> of(FieldType type, String text) {
        Set<String> terms = new LinkedHashSet<>();
        if (type == FieldType.PHONE) {
            tails(text.replaceAll("\\D", ""), SHORTEST_PHONE_TAIL, terms);
            return terms;
        }
        boolean name = type != FieldType.EMAIL;
        for (String word : words(text)) {
            boolean han = isHan(word);
            if (han) {
                tails(word, 1, terms);
                Pinyin.typed(word).forEach(spelling -> add(spelling, terms));
            } else if (name) {
                tails(word, SHORTEST_TAIL, terms);
            } else {
                add(word, terms);
            }
        }
        return terms;
    }

    /** What somebody typed, as prefixes of terms that must all be found. */
    public static List<String> typed(String text) {
        List<String> prefixes = new ArrayList<>();
        // A phone number typed with its usual separators is one word.
        String compact = text.strip();
        if (compact.matches("\\+?[\\d\\s().\\-/]{4,}")) {
            prefixes.add(cut(compact.replaceAll("\\D", "")));
            return prefixes;
        }
        words(text).stream().limit(6).forEach(word -> prefixes.add(cut(word)));
        return prefixes;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l");
        String composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(composed);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static void tails(String word, int shortest, Set<String> terms) {
        add(word, terms);
        for (int i = 1; word.length() - i >= shortest; i++) {
            if (!Character.isLowSurrogate(word.charAt(i))) {
                add(word.substring(i), terms);
            }
        }
    }

    private static void add(String term, Set<String> terms) {
        if (!term.isEmpty()) {
            terms.add(cut(term));
        }
    }

    private static String cut(String term) {
        if (term.length() <= LENGTH) {
            return term;
        }
        int end = Character.isHighSurrogate(term.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return term.substring(0, end);
    }

    private static boolean isHan(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
    }
}
