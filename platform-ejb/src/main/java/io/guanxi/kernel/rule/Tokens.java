package io.guanxi.kernel.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A source cut into words, texts, numbers and signs, as far as editors and limits need it; never fails. */
final class Tokens {

    private static final List<String> DOUBLE_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");

    /** What a token is. */
    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        COMMENT
    }

    /**
     * One token.
     *
     * @param start from 0, in chars
     * @param end   behind the last char
     * @param closed false for a text whose closing quote is missing
     */
    record Token(Kind kind, String text, int start, int end, boolean closed) {

        boolean is(String expected) {
            return kind != Kind.TEXT && text.equals(expected);
        }
    }

    private final String source;
    private int at;

    private Tokens(String source) {
        this.source = source;
    }

    static List<Token> of(String source) {
        Tokens tokens = new Tokens(source);
        List<Token> found = new ArrayList<>();
        for (Token token = tokens.next(); token != null; token = tokens.next()) {
            found.add(token);
        }
        return found;
    }

    /** Length of the token that starts there, or 1, or 0 at the end. */
    static int lengthAt(String source, int offset) {
        Tokens tokens = new Tokens(source);
        tokens.at = offset;
        Token token = offset >= source.length() ? null : tokens.next();
        return token == null ? 0 : token.start() == offset ? token.end() - offset : 1;
    }

    private Token next() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        if (at >= source.length()) {
            return null;
        }
        int start = at;
        char first = source.charAt(at);
        if (source.startsWith("//", at)) {
            int end = source.indexOf('\n', at);
            return token(Kind.COMMENT, start, end < 0 ? source.length() : end, true);
        }
        if (first == '\'' || first == '"') {
            return text(start, false);
        }
        if (Character.isLetter(first) || first == '_' || first == '@') {
            int end = wordEnd(start);
            boolean prefix = end < source.length() && "'\"".indexOf(source.charAt(end)) >= 0;
            String word = source.substring(start, end);
            if (prefix && word.matches("[rRbB]{1,2}")) {
                at = end;
                return text(start, word.toLowerCase(Locale.ROOT).contains("r"));
            }
            return token(Kind.WORD, start, end, true);
        }
        if (Character.isDigit(first)) {
            return token(Kind.NUMBER, start, numberEnd(start), true);
        }
        String two = source.substring(start, Math.min(start + 2, source.length()));
        return token(Kind.SIGN, start, start + (DOUBLE_SIGNS.contains(two) ? 2 : 1), true);
    }

    private int wordEnd(int from) {
        int end = from + 1;
        while (end < source.length() && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private int numberEnd(int from) {
        int end = from;
        while (end < source.length()) {
            char c = source.charAt(end);
            boolean point = c == '.' && end + 1 < source.length() && Character.isDigit(source.charAt(end + 1));
            boolean sign = (c == '+' || c == '-') && (source.charAt(end - 1) | 32) == 'e';
            if (!Character.isLetterOrDigit(c) && !point && !(end > from && sign)) {
                break;
            }
            end++;
        }
        return end;
    }

    /** From the quote at the current position. */
    private Token text(int start, boolean raw) {
        String quote = source.substring(at, at + 1);
        if (source.startsWith(quote.repeat(3), at)) {
            quote = quote.repeat(3);
        }
        int end = at + quote.length();
        while (end < source.length() && !source.startsWith(quote, end)) {
            if (source.charAt(end) == '\n' && quote.length() == 1) {
                return token(Kind.TEXT, start, end, false);
            }
            end += source.charAt(end) == '\\' && !raw ? 2 : 1;
        }
        return end >= source.length()
                ? token(Kind.TEXT, start, source.length(), false)
                : token(Kind.TEXT, start, end + quote.length(), true);
    }

    private Token token(Kind kind, int start, int end, boolean closed) {
        at = end;
        return new Token(kind, source.substring(start, end), start, end, closed);
    }
}
