package io.guanxi.kernel.imports;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Countries by whatever people call them: ISO codes, names in English, in Chinese and at home, and common short forms. */
final class Countries {

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** ISO 3166 alpha-2 code. */
    static Optional<String> code(String name) {
        return Optional.ofNullable(CODES.get(Heading.of(name).joined()));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        List<String> all = List.of(Locale.getISOCountries());
        all.forEach(code -> {
            ULocale here = new ULocale("und", code);
            ULocale home = ULocale.addLikelySubtags(here);
            for (ULocale language :
                    List.of(ULocale.ENGLISH, ULocale.SIMPLIFIED_CHINESE, ULocale.TRADITIONAL_CHINESE, home)) {
                codes.putIfAbsent(Heading.of(here.getDisplayCountry(language)).joined(), code);
            }
        });
        all.forEach(code -> codes.put(code.toLowerCase(Locale.ROOT), code));
        all.forEach(code -> codes.putIfAbsent(
                new Locale.Builder().setRegion(code).build().getISO3Country().toLowerCase(Locale.ROOT), code));
        aliases().forEach((alias, code) -> codes.put(Heading.of((String) alias).joined(), (String) code));
        return Map.copyOf(codes);
    }

    private static Properties aliases() {
        Properties aliases = new Properties();
        try (Reader in = new InputStreamReader(
                Countries.class.getResourceAsStream("country-aliases.properties"), StandardCharsets.UTF_8)) {
            aliases.load(in);
            return aliases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
