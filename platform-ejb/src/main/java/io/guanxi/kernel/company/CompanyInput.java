package io.guanxi.kernel.company;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.record.TextRules;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants a company to be, unchecked; null and empty texts stand for nothing.
 *
 * @param week {@code from} and {@code until} of each day on which it works
 */
public record CompanyInput(
        String name,
        String locale,
        String zone,
        String country,
        String currency,
        String accent,
        String holidays,
        Map<DayOfWeek, List<String>> week) {

    private static final int LONGEST_NAME = 200;

    /**
     * @throws InvalidRecord with everything that is wrong
     */
    Company checked(Company before) {
        List<FieldError> errors = new ArrayList<>();
        String newName = name(errors);
        Locale language = Locale.forLanguageTag(given(locale).orElse(""));
        if (!language.equals(Locale.ENGLISH) && !language.equals(Locale.SIMPLIFIED_CHINESE)) {
            errors.add(FieldError.of("/locale", "choice.unknown", "en, zh-CN"));
        }
        String newZone = typed("/zone", FieldType.TIME_ZONE, zone, "timeZone.invalid", errors);
        String newCountry = typed("/country", FieldType.COUNTRY, country, "country.invalid", errors);
        String newCurrency = typed("/currency", FieldType.CURRENCY, currency, "currency.invalid", errors);
        Optional<AccentColour> colour = colour(errors);
        Optional<HolidaySet> set = given(holidays).flatMap(HolidaySet::of);
        if (given(holidays).isPresent() && set.isEmpty()) {
            errors.add(FieldError.of("/holidays", "choice.unknown", "CN, US"));
        }
        WorkingWeek newWeek = week(errors);
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        return new Company(
                newName,
                language,
                ZoneId.of(newZone),
                newCountry,
                newCurrency,
                colour,
                before.logo(),
                newWeek,
                set,
                before.version() + 1);
    }

    private Optional<AccentColour> colour(List<FieldError> errors) {
        Optional<AccentColour> colour = given(accent).flatMap(AccentColour::parse);
        if (given(accent).isPresent() && colour.isEmpty()) {
            errors.add(FieldError.of("/accent", "colour.invalid"));
        }
        colour.filter(one -> !one.isReadable())
                .ifPresent(one -> errors.add(
                        FieldError.of("/accent", "colour.pale", one.readable().hex())));
        return colour;
    }

    private WorkingWeek week(List<FieldError> errors) {
        Map<DayOfWeek, WorkingWeek.Hours> hours = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, times) -> WorkingWeek.Hours.parse(times.get(0), times.get(1))
                .ifPresentOrElse(
                        one -> hours.put(day, one),
                        () -> errors.add(
                                FieldError.of("/week/" + day.name().toLowerCase(Locale.ROOT), "hours.invalid"))));
        return new WorkingWeek(hours);
    }

    private String name(List<FieldError> errors) {
        String normal = name == null ? null : TextRules.normalise(name);
        if (normal == null) {
            errors.add(FieldError.of("/name", "required"));
        } else if (TextRules.hasForbidden(normal, false)) {
            errors.add(FieldError.of("/name", "text.forbidden"));
        } else if (normal.length() > LONGEST_NAME) {
            errors.add(FieldError.of("/name", "text.tooLong", LONGEST_NAME));
        }
        return normal;
    }

    private static String typed(String pointer, FieldType type, String text, String code, List<FieldError> errors) {
        String canonical =
                given(text).map(one -> TextRules.canonical(type, one)).orElse(null);
        if (canonical == null) {
            errors.add(FieldError.of(pointer, given(text).isPresent() ? code : "required"));
        }
        return canonical;
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }
}
