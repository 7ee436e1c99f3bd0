package io.guanxi.tenantadmin.page;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Countries, currencies and time zones to choose from, and which of them go together. Names and zones are CLDR's. */
public final class Regions {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Where most people of a country with several zones live. */
    private static final Map<String, String> CAPITALS = Map.ofEntries(
            Map.entry("AR", "America/Buenos_Aires"),
            Map.entry("AU", "Australia/Sydney"),
            Map.entry("BR", "America/Sao_Paulo"),
            Map.entry("CA", "America/Toronto"),
            Map.entry("CD", "Africa/Kinshasa"),
            Map.entry("CL", "America/Santiago"),
            Map.entry("CN", "Asia/Shanghai"),
            Map.entry("CY", "Asia/Nicosia"),
            Map.entry("DE", "Europe/Berlin"),
            Map.entry("EC", "America/Guayaquil"),
            Map.entry("ES", "Europe/Madrid"),
            Map.entry("ID", "Asia/Jakarta"),
            Map.entry("KZ", "Asia/Almaty"),
            Map.entry("MN", "Asia/Ulaanbaatar"),
            Map.entry("MX", "America/Mexico_City"),
            Map.entry("MY", "Asia/Kuala_Lumpur"),
            Map.entry("NZ", "Pacific/Auckland"),
            Map.entry("PG", "Pacific/Port_Moresby"),
            Map.entry("PT", "Europe/Lisbon"),
            Map.entry("RU", "Europe/Moscow"),
            Map.entry("UA", "Europe/Kiev"),
            Map.entry("US", "America/New_York"),
            Map.entry("UZ", "Asia/Tashkent"));

    /** Of a country where nobody lives. */
    private static final String ANYWHERE = "Europe/London";

    private static final Map<Locale, Regions> KNOWN = new ConcurrentHashMap<>();

    private final List<Choice> countries;
    private final List<Choice> currencies;
    private final List<Choice> zones;

    /** Something to choose, and how it is called. */
    public record Choice(String code, String label) {}

    private Regions(Locale locale) {
        Comparator<Choice> byName = Comparator.comparing(Choice::label, Collator.getInstance(locale)::compare);
        countries = COUNTRIES.stream()
                .map(code -> new Choice(code, new Locale("", code).getDisplayCountry(locale)))
                .sorted(byName)
                .toList();
        currencies = COUNTRIES.stream()
                .map(Regions::currency)
                .distinct()
                .sorted()
                .map(code -> new Choice(
                        code,
                        code + " – "
                                + com.ibm.icu.util.Currency.getInstance(code).getDisplayName(locale)))
                .toList();
        zones = zones(locale);
    }

    public static Regions in(Locale locale) {
        return KNOWN.computeIfAbsent(locale, Regions::new);
    }

    public List<Choice> countries() {
        return countries;
    }

    public List<Choice> currencies() {
        return currencies;
    }

    public List<Choice> zones() {
        return zones;
    }

    /** The same with one that is in use, be it an older name of its place. */
    public List<Choice> zones(String used) {
        return zones.stream().anyMatch(one -> one.code().equals(used))
                ? zones
                : Stream.concat(Stream.of(new Choice(used, used)), zones.stream())
                        .toList();
    }

    /** The country that the languages of a browser speak of, the first that does. */
    public static String country(List<Locale> languages) {
        return Stream.concat(
                        languages.stream().map(Locale::getCountry),
                        languages.stream()
                                .map(one -> ULocale.addLikelySubtags(ULocale.forLocale(one))
                                        .getCountry()))
                .filter(COUNTRIES::contains)
                .findFirst()
                .orElse("US");
    }

    /** ISO 4217; that of the United States where a country has none. */
    public static String currency(String country) {
        Currency currency = Currency.getInstance(new Locale("", country));
        return currency == null ? "USD" : currency.getCurrencyCode();
    }

    public static String zone(String country) {
        if (CAPITALS.containsKey(country)) {
            return CAPITALS.get(country);
        }
        return com.ibm.icu.util.TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .sorted()
                .findFirst()
                .orElse(ANYWHERE);
    }

    /** Currency and zone by country as JSON, for the form that proposes them when the country is chosen. */
    public static String byCountry() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        COUNTRIES.stream()
                .sorted()
                .forEach(code -> all.add(
                        code, Json.createArrayBuilder().add(currency(code)).add(zone(code))));
        return all.build().toString();
    }

    private static List<Choice> zones(Locale locale) {
        TimeZoneNames names = TimeZoneNames.getInstance(locale);
        Instant now = Instant.now();
        Set<String> usable =
                com.ibm.icu.util.TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                        .filter(ZoneId.getAvailableZoneIds()::contains)
                        .collect(Collectors.toSet());
        return usable.stream()
                .sorted(Comparator.comparing((String id) -> offset(id, now).getTotalSeconds())
                        .thenComparing(Comparator.naturalOrder()))
                .map(id -> new Choice(id, sign(offset(id, now)) + " " + names.getExemplarLocationName(id)))
                .toList();
    }

    private static ZoneOffset offset(String id, Instant now) {
        return ZoneId.of(id).getRules().getOffset(now);
    }

    private static String sign(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    }
}
