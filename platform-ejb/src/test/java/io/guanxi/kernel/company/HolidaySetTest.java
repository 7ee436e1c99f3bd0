package io.guanxi.kernel.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the calendars of the two governments. */
class HolidaySetTest {

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-28, springFestival",
        "2025, 2025-01-29, springFestival",
        "2025, 2025-01-31, springFestival",
        "2025, 2025-04-04, qingming",
        "2025, 2025-05-31, dragonBoat",
        "2025, 2025-10-06, midAutumn",
        "2026, 2026-02-16, springFestival",
        "2026, 2026-02-17, springFestival",
        "2026, 2026-04-05, qingming",
        "2026, 2026-06-19, dragonBoat",
        "2026, 2026-09-25, midAutumn",
        "2026, 2026-10-01, nationalDay",
        "2027, 2027-02-06, springFestival"
    })
    void holidaysOfChina(int year, LocalDate day, String name) {
        assertThat(HolidaySet.CN.in(year)).containsEntry(day, name).hasSizeBetween(12, 13);
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-19, kingDay",
        "2026, 2026-02-16, washingtonDay",
        "2026, 2026-05-25, memorialDay",
        "2026, 2026-07-03, independenceDay",
        "2026, 2026-09-07, labourDay",
        "2026, 2026-10-12, columbusDay",
        "2026, 2026-11-26, thanksgiving",
        "2027, 2027-07-05, independenceDay",
        "2027, 2027-12-31, newYear",
        "2027, 2027-12-24, christmas"
    })
    void holidaysOfTheUnitedStates(int year, LocalDate day, String name) {
        assertThat(HolidaySet.US.in(year)).containsEntry(day, name);
    }
}
