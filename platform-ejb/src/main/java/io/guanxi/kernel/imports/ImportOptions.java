package io.guanxi.kernel.imports;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How cells are understood where they leave a choice.
 *
 * @param emptyWords     words that mean no value, compared without case
 * @param defaultCountry ISO 3166 code for national phone numbers of rows that name no country
 * @param currency       ISO 4217 code for amounts that name none
 * @param zone           of times that name none
 * @param datePatterns   forms of dates in this file besides those that are known, as {@link java.time.format.DateTimeFormatter}
 *                       writes them
 * @param invalidPhones  what becomes of a row with a phone number that cannot be one
 */
public record ImportOptions(
        Set<String> emptyWords,
        Optional<String> defaultCountry,
        Optional<String> currency,
        ZoneId zone,
        List<String> datePatterns,
        InvalidPhones invalidPhones) {

    /** What becomes of a row with a phone number that cannot be one. */
    public enum InvalidPhones {
        /** The row is at fault. */
        REFUSE,
        /** The row is imported without the number, with a warning that holds it. */
        LEAVE_OUT
    }

    private static final Set<String> EMPTY_WORDS =
            Set.of("null", "(null)", "n/a", "#n/a", "\\n", "-", "--", "—", "——", "/", "无", "暂无");

    public static ImportOptions standard() {
        return new ImportOptions(
                EMPTY_WORDS, Optional.empty(), Optional.empty(), ZoneOffset.UTC, List.of(), InvalidPhones.REFUSE);
    }

    public ImportOptions withEmptyWords(Set<String> words) {
        return new ImportOptions(words, defaultCountry, currency, zone, datePatterns, invalidPhones);
    }

    public ImportOptions withDefaultCountry(String country) {
        return new ImportOptions(emptyWords, Optional.of(country), currency, zone, datePatterns, invalidPhones);
    }

    public ImportOptions withCurrency(String code) {
        return new ImportOptions(emptyWords, defaultCountry, Optional.of(code), zone, datePatterns, invalidPhones);
    }

    public ImportOptions withZone(ZoneId tenantZone) {
        return new ImportOptions(emptyWords, defaultCountry, currency, tenantZone, datePatterns, invalidPhones);
    }

    public ImportOptions withDatePatterns(List<String> patterns) {
        return new ImportOptions(emptyWords, defaultCountry, currency, zone, patterns, invalidPhones);
    }

    public ImportOptions withInvalidPhones(InvalidPhones treatment) {
        return new ImportOptions(emptyWords, defaultCountry, currency, zone, datePatterns, treatment);
    }
}
