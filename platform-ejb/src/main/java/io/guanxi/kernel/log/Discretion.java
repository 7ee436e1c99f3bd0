package io.guanxi.kernel.log;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Blanks out what a log must not keep: mail addresses, tokens, secrets in addresses, and the values that databases quote
 * in their complaints.
 *
 * <p>The second line of defence. The first is that messages name records by id and never by what is in them.
 */
final class Discretion {

    private static final String BLANK = "***";

    private record Rule(Pattern pattern, String replacement) {}

    private static final List<Rule> RULES = List.of(
            // JSON Web Tokens begin with the base64 of {" and whatever carries one may be cut off anywhere.
            rule("eyJ[A-Za-z0-9_-]{6,}(?:\\.[A-Za-z0-9_-]*)*", BLANK),
            rule("(?i)\\b(bearer|basic) +[A-Za-z0-9._~+/=-]{6,}", "$1 " + BLANK),
            rule(
                    "(?i)\\b((?:access|refresh|id)_token|token|client_secret|secret|password|passwd|pwd|code|state"
                            + "|session_state|jsessionid)([=:]\\s?)[^\\s&;,\"'}]+",
                    "$1$2" + BLANK),
            rule("(?<=//)[^/@\\s]+@", BLANK + "@"),
            rule("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63})+", BLANK),
            rule("(?i)(duplicate entry|value:?) '(?:[^'\\\\]|\\\\.)*'", "$1 '" + BLANK + "'"));

    private Discretion() {}

    /** The text with everything blanked out that looks like one of these. */
    static String applyTo(String text) {
        String result = text;
        for (Rule rule : RULES) {
            result = rule.pattern().matcher(result).replaceAll(rule.replacement());
        }
        return result;
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }
}
