package io.guanxi.web.format;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Numbers, times, phones and names of countries for one reader.
 *
 * @param locale  language of the reader
 * @param zone    zone in which instants are told
 * @param country ISO 3166 code of the country that goes without saying; may be empty
 */
public record Formats(Locale locale, ZoneId zone, String country) {

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    /** By language; to make one costs more than to use it for a page. */
    private static final Map<Locale, RelativeDateTimeFormatter> AGES = new ConcurrentHashMap<>();

    /** To take a number apart costs more than all the rest of a list's row. */
    private static final Cache<Phone, String> PHONES =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private boolean chinese() {
        return locale.getLanguage().equals("zh");
    }

    /** With grouping and all its digits. */
    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** Such as {@code 12.5%} for 12.5. */
    public String percent(BigDecimal share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, share.scale()));
        return format.format(share.movePointLeft(2));
    }

    /** Such as {@code 2:30 PM}; seconds only where there are any. */
    public String timeOfDay(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(time.getSecond() == 0 ? FormatStyle.SHORT : FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(time);
    }

    /** A count as a reader scans it: {@code 12,486}, in Chinese {@code 1.25 万}. */
    public String count(long count) {
        return chinese() && count >= WAN.longValue()
                ? inWan(BigDecimal.valueOf(count))
                : number(BigDecimal.valueOf(count));
    }

    /** A size as people tell it, such as {@code 1.4 MB}. */
    public String bytes(long bytes) {
        String[] units = {"B", "KB", "MB", "GB"};
        int unit = 0;
        BigDecimal size = BigDecimal.valueOf(bytes);
        while (size.compareTo(BigDecimal.valueOf(1024)) >= 0 && unit < units.length - 1) {
            size = size.divide(BigDecimal.valueOf(1024), 1, RoundingMode.HALF_UP);
            unit++;
        }
        return number(size.stripTrailingZeros()) + " " + units[unit];
    }

    /** To the cent of its currency; the cents of whole amounts are left out. */
    public String money(BigDecimal amount, String currency) {
        BigDecimal exact = cents(amount, currency);
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(exact.scale());
        format.setMaximumFractionDigits(exact.scale());
        return withSymbol(format.format(exact), currency);
    }

    /** For lists and key figures: as {@link #money}, but in 万 and 亿 in Chinese. */
    public String moneyShort(BigDecimal amount, String currency) {
        return chinese() && amount.abs().compareTo(WAN) >= 0
                ? withSymbol(inWan(amount), currency)
                : money(amount, currency);
    }

    private String inWan(BigDecimal number) {
        boolean large = number.abs().compareTo(YI) >= 0;
        BigDecimal scaled = number.divide(large ? YI : WAN, 2, RoundingMode.HALF_UP);
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(scaled) + (large ? " 亿" : " 万");
    }

    private static BigDecimal cents(BigDecimal amount, String currency) {
        BigDecimal whole = amount.stripTrailingZeros();
        if (whole.scale() <= 0) {
            return whole.setScale(0);
        }
        int digits = find(currency) == null ? 2 : Math.max(0, find(currency).getDefaultFractionDigits());
        return amount.setScale(Math.max(digits, whole.scale()), RoundingMode.UNNECESSARY);
    }

    private String withSymbol(String number, String currency) {
        Currency known = find(currency);
        String symbol = known == null ? currency : known.getSymbol(locale);
        boolean letters = Character.isLetter(symbol.codePointBefore(symbol.length()));
        return number.startsWith("-")
                ? "-" + symbol + (letters ? " " : "") + number.substring(1)
                : symbol + (letters ? " " : "") + number;
    }

    private static Currency find(String code) {
        return code == null ? null : CURRENCIES.get(code);
    }

    /** Pattern in which inputs write dates: one that no reader takes for another day. */
    public static String datePattern(Locale locale) {
        return locale.getLanguage().equals("zh") ? "yyyy-MM-dd" : "MMM d, yyyy";
    }

    /** Pattern in which inputs write times, to the minute. */
    public static String momentPattern(Locale locale) {
        return datePattern(locale) + " HH:mm";
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /** Such as {@code November 2026}. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern(chinese() ? "y年M月" : "MMMM y", locale)
                .format(month);
    }

    /** Day and minute in the reader's zone. */
    public String instant(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /** How long ago, such as {@code 3 days ago}; the date when that is over 30 days. */
    public String ago(Instant instant, Instant now) {
        Duration age = Duration.between(instant, now);
        if (age.toDays() > 30) {
            return date(instant.atZone(zone).toLocalDate());
        }
        RelativeDateTimeFormatter words = AGES.computeIfAbsent(locale, RelativeDateTimeFormatter::getInstance);
        long days = ChronoUnit.DAYS.between(
                instant.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
        if (age.toMinutes() < 1) {
            return words.format(Math.max(1, age.toSeconds()), Direction.LAST, RelativeUnit.SECONDS);
        } else if (age.toHours() < 1) {
            return words.format(age.toMinutes(), Direction.LAST, RelativeUnit.MINUTES);
        } else if (age.toHours() < 12 || days == 0) {
            return words.format(age.toHours(), Direction.LAST, RelativeUnit.HOURS);
        } else if (days == 1) {
            return words.format(Direction.LAST, RelativeDateTimeFormatter.AbsoluteUnit.DAY);
        }
        return words.format(days, Direction.LAST, RelativeUnit.DAYS);
    }

    /** The national form of a number at home, the international one of others; as it came when it is no number. */
    public String phone(String e164) {
        return PHONES.get(new Phone(e164, country), phone -> phone(phone.e164(), phone.country()));
    }

    private record Phone(String e164, String country) {}

    private static String phone(String e164, String country) {
        try {
            PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
            PhoneNumber number = phones.parse(e164, null);
            boolean home = country.equals(phones.getRegionCodeForNumber(number));
            return phones.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    /** A time zone by the city that stands for it and its country, such as {@code Shanghai (China)}. */
    public String timeZone(String id) {
        String city = TimeZoneNames.getInstance(locale).getExemplarLocationName(id);
        if (city == null) {
            return id.replace('_', ' ');
        }
        String region = region(id);
        return region.isEmpty()
                ? city
                : city + (chinese() ? "（" + country(region) + "）" : " (" + country(region) + ")");
    }

    /** The country of a time zone; empty for zones of none. */
    private static String region(String id) {
        try {
            String region = TimeZone.getRegion(id);
            return region.length() == 2 ? region : "";
        } catch (IllegalArgumentException unknown) {
            return "";
        }
    }

    /** Name of an ISO 3166 country. */
    public String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    /** Name of an ISO 4217 currency after its code. */
    public String currency(String code) {
        String name = com.ibm.icu.util.Currency.getInstance(code).getDisplayName(locale);
        return name.equals(code) ? code : code + " – " + name;
    }

    /** Name of a BCP 47 language. */
    public String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(locale);
    }
}
