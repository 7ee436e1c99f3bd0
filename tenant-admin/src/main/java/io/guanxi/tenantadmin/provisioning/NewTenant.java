package io.guanxi.tenantadmin.provisioning;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.tenantadmin.page.Input;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What has to be known of a company to make it a tenant; checked.
 *
 * @param name       as its people write it
 * @param slug       the wanted short name; empty leaves it to the product
 * @param ownerEmail address of its first owner
 * @param locale     English or simplified Chinese
 * @param country    ISO 3166
 * @param currency   ISO 4217
 */
public record NewTenant(
        String name,
        Optional<String> slug,
        String ownerEmail,
        Locale locale,
        ZoneId zone,
        String country,
        String currency,
        Optional<SelfSignUp> signUp) {

    private static final int LONGEST_NAME = 200;

    /**
     * What somebody entered; null and empty texts take the usual values of the language.
     */
    public record Entered(
            String name, String slug, String ownerEmail, String locale, String zone, String country, String currency) {}

    /**
     * @throws InvalidRecord with everything that is wrong
     */
    public static NewTenant checked(Entered entered) {
        List<FieldError> errors = new ArrayList<>();
        String name = Input.text("/name", entered.name(), LONGEST_NAME, errors);
        String email = Input.email("/ownerEmail", entered.ownerEmail(), errors);
        Optional<String> slug = given(entered.slug());
        slug.ifPresent(text -> checkSlug(text, errors));
        Locale locale = Locale.forLanguageTag(given(entered.locale()).orElse("en"));
        boolean chinese = locale.equals(Locale.SIMPLIFIED_CHINESE);
        if (!chinese && !locale.equals(Locale.ENGLISH)) {
            errors.add(FieldError.of("/locale", "choice.unknown", "en, zh-CN"));
        }
        String zone = Input.typed(
                "/zone",
                FieldType.TIME_ZONE,
                given(entered.zone()).orElse(chinese ? "Asia/Shanghai" : "UTC"),
                "timeZone.invalid",
                errors);
        String country = Input.typed(
                "/country",
                FieldType.COUNTRY,
                given(entered.country()).orElse(chinese ? "CN" : "US"),
                "country.invalid",
                errors);
        String currency = Input.typed(
                "/currency",
                FieldType.CURRENCY,
                given(entered.currency()).orElse(chinese ? "CNY" : "USD"),
                "currency.invalid",
                errors);
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        return new NewTenant(
                name,
                slug,
                email.toLowerCase(Locale.ROOT),
                locale,
                ZoneId.of(zone),
                country,
                currency,
                Optional.empty());
    }

    /** The same, asked for by the company itself. */
    public NewTenant by(SelfSignUp itself) {
        return new NewTenant(name, slug, ownerEmail, locale, zone, country, currency, Optional.of(itself));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static void checkSlug(String slug, List<FieldError> errors) {
        if (!Slugs.isWellFormed(slug)) {
            errors.add(FieldError.of("/slug", "slug.invalid"));
        } else if (Slugs.isReserved(slug)) {
            errors.add(FieldError.of("/slug", "slug.reserved"));
        }
    }
}
