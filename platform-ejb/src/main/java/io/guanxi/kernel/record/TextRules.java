package io.guanxi.kernel.record;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.guanxi.kernel.object.FieldType;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a text must be for the types that are text with a form; values come out in the one form that is stored. */
public final class TextRules {

    /**
     * The practical core of RFC 5321: one local part without quotes and spaces, a domain of dotted labels. Longer than
     * 254 characters no path can be (RFC 5321, 4.5.3.1.3, less the angle brackets).
     */
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}][\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]");

    /** Forms that a browser sends by itself end lines as mail does (HTML, 4.10.21.8), those sent by script do not. */
    private static final Pattern LINE_END = Pattern.compile("\r\n?");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private TextRules() {}

    /** Composed form without surrounding blanks, lines ended by a line feed alone; null when nothing is left. */
    public static String normalise(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n");
        String normal = Normalizer.normalize(lines, Normalizer.Form.NFC).strip();
        return normal.isEmpty() ? null : normal;
    }

    /** Characters no field may hold: NUL and other controls, lone surrogates; line breaks only where text is long. */
    public static boolean hasForbidden(String text, boolean linesAllowed) {
        return text.codePoints().anyMatch(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                return !linesAllowed;
            }
            return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || c == 0xFFFF;
        });
    }

    /** The stored form of a text of the given type; null when it is not one. */
    public static String canonical(FieldType type, String text) {
        return switch (type) {
            case EMAIL -> email(text);
            case PHONE -> phone(text);
            case URL -> url(text);
            case COUNTRY -> COUNTRIES.contains(text) ? text : null;
            case CURRENCY -> CURRENCIES.contains(text) ? text : null;
            case LANGUAGE -> language(text);
            case TIME_ZONE -> ZoneId.getAvailableZoneIds().contains(text) ? text : null;
            default -> text;
        };
    }

    private static String email(String text) {
        if (text.length() > 254 || !EMAIL.matcher(text).matches() || text.contains("..")) {
            return null;
        }
        int at = text.lastIndexOf('@');
        return text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT);
    }

    /** E.164 of an international number; national forms need a country and are made international before. */
    private static String phone(String text) {
        if (!text.startsWith("+") || text.length() > 40) {
            return null;
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, null);
            return numbers.isValidNumber(number) && !number.hasExtension()
                    ? numbers.format(number, PhoneNumberFormat.E164)
                    : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** An absolute web address; without a scheme https is meant. */
    private static String url(String text) {
        String address =
                text.matches("(?i)[a-z][a-z0-9+.-]*:.*") && !text.matches("[^/:]+:\\d+.*") ? text : "https://" + text;
        try {
            URI uri = new URI(address);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getHost().contains(".") && uri.getUserInfo() == null
                    ? address
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String language(String text) {
        try {
            String tag = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
            return Set.of(Locale.getISOLanguages()).contains(tag.split("-")[0]) ? tag : null;
        } catch (IllformedLocaleException e) {
            return null;
        }
    }
}
