package io.guanxi.kernel.search;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.record.RichText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words a text is found by. Every word stands with its tails ("logistics", "ogistics", "gistics", …): what somebody
 * types is then the beginning of a term wherever in the word it stands. Chinese words have a tail from each of their
 * characters on, and so have their pinyin spellings.
 */
public final class SearchTerms {

    /** Longest term; what is typed beyond is not compared. */
    static final int LENGTH = 16;

    /** Beginnings up to this length are terms of their own: many words share them. */
    static final int SHORT = 4;

    /** Longest mail address that is compared as a whole. */
    private static final int LONGEST_ADDRESS = 64;

    /** Shortest tail of a word in an alphabet; shorter ones would match almost everything. */
    private static final int SHORTEST_TAIL = 3;

    private static final int SHORTEST_PHONE_TAIL = 4;

    /** More words than that nobody types to find a record. */
    private static final int MOST_TYPED = 6;

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:[-_./][a-z0-9]+)+");
    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s().\\-/]{4,}");

    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> all = new LinkedHashSet<>();
    private final Set<String> digits = new LinkedHashSet<>();
    private final Set<String> beginnings = new LinkedHashSet<>();

    private SearchTerms() {}

    /** Terms of a field's text. */
    public static SearchTerms of(FieldType type, String text) {
        SearchTerms terms = new SearchTerms();
        switch (type) {
            case PHONE -> terms.phone(text.replaceAll("\\D", ""));
            case EMAIL -> terms.address(folded(text.strip()));
            case LONG_TEXT -> terms.text(folded(text), false);
            case RICH_TEXT -> terms.text(folded(RichText.text(text)), false);
            default -> terms.text(folded(text), true);
        }
        return terms;
    }

    /** Whole words, and the spellings of whole Chinese words: what counts as well found, and what a slip is forgiven in. */
    public Set<String> words() {
        return words;
    }

    /** Everything the text is found by, but for phone numbers. */
    public Set<String> all() {
        return all;
    }

    /** The short beginnings of {@link #all}; one or two letters of an alphabet stand for the beginnings of words alone. */
    public Set<String> beginnings() {
        return beginnings;
    }

    /** Phone numbers and their tails. */
    public Set<String> digits() {
        return digits;
    }

    /** Beginnings of a word up to {@link #SHORT}. */
    static List<String> beginnings(String word, int shortest) {
        List<String> beginnings = new ArrayList<>();
        for (int length = shortest; length <= Math.min(SHORT, word.length()); length++) {
            beginnings.add(word.substring(0, length));
        }
        return beginnings;
    }

    /** Whether a typed word may be a piece of a phone number. */
    static boolean isNumber(String word) {
        return word.length() >= SHORTEST_PHONE_TAIL && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** What somebody typed, as beginnings of terms that must all be found. */
    public static List<String> typed(String text) {
        String compact = text.strip();
        // A phone number typed with its usual separators is one word; the zeros before it depend on where one calls
        // from.
        if (NUMBER.matcher(compact).matches()) {
            String digits = compact.replaceAll("\\D", "").replaceFirst("^0+(?=\\d)", "");
            return digits.isEmpty() ? List.of() : List.of(cut(digits, LENGTH));
        }
        Set<String> typed = new LinkedHashSet<>();
        for (String piece : folded(compact).split("\\s+")) {
            if (piece.indexOf('@') >= 0 && piece.length() > 1) {
                typed.add(cut(piece.startsWith("@") ? piece.substring(1) : piece, LONGEST_ADDRESS));
            } else {
                words(piece).forEach(word -> typed.add(cut(word, LENGTH)));
            }
        }
        return typed.stream().limit(MOST_TYPED).toList();
    }

    /** A text as texts are compared: without accents, in small letters. */
    static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l");
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** The words of a folded text. */
    static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(folded);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    static boolean isHan(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    private void phone(String number) {
        for (int i = 0; number.length() - i >= SHORTEST_PHONE_TAIL; i++) {
            digits.add(cut(number.substring(i), LENGTH));
        }
    }

    private void address(String address) {
        word(address, LONGEST_ADDRESS);
        int at = address.indexOf('@');
        if (at >= 0 && at < address.length() - 1) {
            add(cut(address.substring(at + 1), LONGEST_ADDRESS), 1);
        }
        words(address).forEach(word -> word(word, LENGTH));
    }

    private void text(String folded, boolean inside) {
        for (String word : words(folded)) {
            word(word, LENGTH);
            if (isHan(word)) {
                Pinyin.typed(word, LENGTH).forEach(spelling -> word(spelling, LENGTH));
                tails(word, 1);
            } else if (inside) {
                tails(word, SHORTEST_TAIL);
            }
        }
        Matcher codes = CODE.matcher(folded);
        while (codes.find()) {
            word(codes.group().replaceAll("[-_./]", ""), LENGTH);
        }
    }

    private void word(String word, int longest) {
        if (!word.isEmpty()) {
            words.add(cut(word, longest));
            add(cut(word, longest), 1);
        }
    }

    private void tails(String word, int shortest) {
        for (int i = 1; word.length() - i >= shortest; i++) {
            if (!Character.isLowSurrogate(word.charAt(i))) {
                String tail = cut(word.substring(i), LENGTH);
                add(tail, shortest);
                if (isHan(word)) {
                    Pinyin.typed(tail, LENGTH).forEach(spelling -> add(cut(spelling, LENGTH), 2));
                }
            }
        }
    }

    private void add(String term, int shortestBeginning) {
        all.add(term);
        beginnings.addAll(beginnings(term, shortestBeginning));
    }

    private static String cut(String term, int longest) {
        if (term.length() <= longest) {
            return term;
        }
        int end = Character.isHighSurrogate(term.charAt(longest - 1)) ? longest - 1 : longest;
        return term.substring(0, end);
    }
}
