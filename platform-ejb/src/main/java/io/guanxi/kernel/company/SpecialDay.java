package io.guanxi.kernel.company;

import java.time.LocalDate;

/**
 * A day on which a company does not do as on others of its weekday.
 *
 * @param name  as the company entered it; for a shipped holiday the key of its name, after {@code holiday.}
 * @param works whether it works on that day
 * @param own   whether the company entered it
 */
public record SpecialDay(LocalDate day, String name, boolean works, boolean own) {}
