package io.guanxi.kernel.cleansing;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.record.PhoneText;
import io.guanxi.kernel.record.TextRules;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** Derives what somebody meant from a mail address or phone number that is written wrongly. */
final class Repair {

    private Repair() {}

    /**
     * The right form of a text; empty when it cannot be told.
     *
     * @param countries ISO 3166 codes of the countries whose national form a phone number may have, the likeliest first
     */
    static Optional<String> of(FieldType type, String text, List<String> countries) {
        return type == FieldType.PHONE ? phone(text, countries) : mail(text);
    }

    private static Optional<String> phone(String text, List<String> countries) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (plain.startsWith("+")) {
            return number(plain, Optional.empty());
        }
        return countries.stream()
                .flatMap(country -> number(plain, Optional.of(country)).stream())
                .findFirst();
    }

    /** A number with an extension has no form that says both. */
    private static Optional<String> number(String text, Optional<String> country) {
        return PhoneText.parse(text, country)
                .filter(phone -> !phone.hasExtension())
                .map(PhoneText.Phone::e164);
    }

    /** Full-width signs, blanks, what mail programs put around an address, and a comma for a dot. */
    private static Optional<String> mail(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .replaceFirst("(?i)^mailto:", "")
                .replaceAll("^.*<(.*)>$", "$1")
                .replaceAll("^[<\"'(\\[]+|[>\"')\\].,;:]+$", "");
        int at = plain.lastIndexOf('@');
        String address = at < 0
                ? plain
                : plain.substring(0, at) + plain.substring(at).replace(',', '.').replaceAll("\\.{2,}", ".");
        return Optional.ofNullable(TextRules.canonical(FieldType.EMAIL, address));
    }
}
