package io.guanxi.kernel.duplicate;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in one form, whatever width, case, accents and Chinese characters they were written with. */
final class NameText {

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");

    /** The same where there is nothing else: most names of most companies, and several times as fast. */
    private static final Pattern ASCII_WORD = Pattern.compile("[a-z0-9]+");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Points and apostrophes within a word: S.A., G.m.b.H., O'Neill. */
    private static final Pattern WITHIN = Pattern.compile("[.·'’`´]");

    /** One character after another: by words, the same name could come out differently beside other words. */
    private static final Transliterator SIMPLIFYING = Transliterator.getInstance("Traditional-Simplified");

    private static final Map<Character, Character> SIMPLIFIED = new ConcurrentHashMap<>();

    private NameText() {}

    /** Lower case words without accents and signs; Chinese in simplified characters, a word each run of them. */
    static List<String> words(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        String plain = (ascii ? text.toLowerCase(Locale.ROOT) : folded(text)).replace("&", " and ");
        String joined = WITHIN.matcher(plain).replaceAll("");
        List<String> words = new ArrayList<>();
        Matcher matcher = (ascii ? ASCII_WORD : WORD).matcher(joined);
        while (matcher.find()) {
            String word = matcher.group();
            words.add(isHan(word) ? simplified(word) : word);
        }
        return words;
    }

    private static String folded(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l");
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    static boolean isHan(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    private static String simplified(String han) {
        StringBuilder simple = new StringBuilder(han.length());
        for (char character : han.toCharArray()) {
            simple.append((char) SIMPLIFIED.computeIfAbsent(character, NameText::simplify));
        }
        return simple.toString();
    }

    private static Character simplify(char character) {
        String simple = SIMPLIFYING.transliterate(String.valueOf(character));
        return simple.length() == 1 ? simple.charAt(0) : character;
    }
}
