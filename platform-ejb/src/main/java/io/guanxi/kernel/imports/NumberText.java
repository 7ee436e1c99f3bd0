package io.guanxi.kernel.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people and programs write them: grouped, in brackets for negative ones, with a point or a comma. */
final class NumberText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}'’_]+");
    private static final Pattern BRACKETS = Pattern.compile("\\((.+)\\)");
    private static final Pattern PLAIN =
            Pattern.compile("([+-]?)(\\d{1,3}(?:,\\d{2,4})+|\\d{1,30})(\\.\\d{0,20})?([eE][+-]?\\d{1,2})?");

    private NumberText() {}

    /**
     * The number in plain decimal form.
     *
     * @param decimalComma whether a comma stands before the decimals and points or blanks group the digits
     */
    static Optional<String> parse(String text, boolean decimalComma) {
        String bare = BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .replace('−', '-');
        Matcher brackets = BRACKETS.matcher(bare);
        String signed = brackets.matches() ? "-" + brackets.group(1) : bare;
        Matcher number = PLAIN.matcher(decimalComma ? exchanged(signed) : signed);
        if (!number.matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number.group().replace(",", ""));
        return Optional.of(
                value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    private static String exchanged(String text) {
        return text.replace('.', '\0').replace(',', '.').replace('\0', ',');
    }
}
