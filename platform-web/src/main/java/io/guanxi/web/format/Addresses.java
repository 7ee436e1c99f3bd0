package io.guanxi.web.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Postal addresses on one line, in the order of their country: Chinese ones from the largest part to the smallest,
 * without spaces, when they are written in Chinese.
 */
public final class Addresses {

    private static final Set<String> BIG_ENDIAN = Set.of("CN", "TW", "HK", "MO", "JP");
    private static final Set<String> CITY_BEFORE_CODE =
            Set.of("US", "CA", "AU", "GB", "IE", "IN", "NZ", "CN", "KR", "SG");

    private Addresses() {}

    /**
     * @param address an element of an {@code ADDRESSES} field
     * @param formats names the country when it is not the reader's own
     */
    public static String line(Map<?, ?> address, Formats formats) {
        String country = part(address, "country");
        String abroad = country.isEmpty() || country.equals(formats.country()) ? "" : formats.country(country);
        boolean ideographs = Stream.of("line1", "city", "region")
                .anyMatch(p -> part(address, p).codePoints().anyMatch(Character::isIdeographic));
        return ideographs && (country.isEmpty() || BIG_ENDIAN.contains(country))
                ? bigEndian(address, abroad)
                : littleEndian(address, country, abroad);
    }

    private static String bigEndian(Map<?, ?> address, String abroad) {
        String region = part(address, "region");
        String city = part(address, "city");
        String street = part(address, "line1");
        String place = abroad + (city.startsWith(region) ? "" : region) + (street.startsWith(city) ? "" : city);
        String code = part(address, "postalCode");
        return place + street + part(address, "line2") + (code.isEmpty() ? "" : " " + code);
    }

    private static String littleEndian(Map<?, ?> address, String country, String abroad) {
        String city = part(address, "city");
        String code = part(address, "postalCode");
        String region = part(address, "region");
        List<String> parts = new ArrayList<>(List.of(part(address, "line1"), part(address, "line2")));
        if (CITY_BEFORE_CODE.contains(country)) {
            parts.add(city);
            parts.add(joined(region, code));
        } else {
            parts.add(joined(code, city));
            parts.add(region.equals(city) ? "" : region);
        }
        parts.add(abroad);
        return parts.stream().filter(p -> !p.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String joined(String first, String second) {
        return (first + " " + second).trim();
    }

    private static String part(Map<?, ?> address, String name) {
        Object value = address.get(name);
        return value == null ? "" : value.toString().trim();
    }
}
