package io.guanxi.kernel.record;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers in whatever national or international form. */
public final class PhoneText {

    private PhoneText() {}

    /**
     * The number in E.164.
     *
     * @param e164         as records keep it
     * @param hasExtension whether the text had an extension, which E.164 has no place for
     */
    public record Phone(String e164, boolean hasExtension) {}

    /**
     * @param country ISO 3166 code of the country whose national form the text may have
     * @return empty when no such number can exist
     */
    public static Optional<Phone> parse(String text, Optional<String> country) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, country.orElse(null));
            return numbers.isValidNumber(number)
                    ? Optional.of(new Phone(numbers.format(number, PhoneNumberFormat.E164), number.hasExtension()))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
