package io.guanxi.kernel.company;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A company as its people see it.
 *
 * @param accent     colour of buttons and links; empty for the product's own
 * @param logo       digest of the picture that stands in the place of the product's; empty for the product's own
 * @param holidays   the shipped holidays that count; empty for none
 * @param version    counts the changes; 0 before the first
 */
public record Company(
        String name,
        Locale locale,
        ZoneId zone,
        String country,
        String currency,
        Optional<AccentColour> accent,
        Optional<String> logo,
        WorkingWeek week,
        Optional<HolidaySet> holidays,
        long version) {}
