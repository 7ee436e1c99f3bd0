package io.guanxi.kernel.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    /** A Sunday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @ParameterizedTest
    @CsvSource({
        "today,2026-11-22,2026-11-23",
        "yesterday,2026-11-21,2026-11-22",
        "tomorrow,2026-11-23,2026-11-24",
        "today-30,2026-10-23,2026-10-24",
        "last-30-days,2026-10-24,2026-11-23",
        "next-7-days,2026-11-22,2026-11-29",
        "this-week,2026-11-16,2026-11-23",
        "last-week,2026-11-09,2026-11-16",
        "next-month,2026-12-01,2027-01-01",
        "this-quarter,2026-10-01,2027-01-01",
        "next-quarter,2027-01-01,2027-04-01",
        "last-quarter,2026-07-01,2026-10-01",
        "last-year,2025-01-01,2026-01-01"
    })
    void aPeriodIsToldFromToday(String name, LocalDate from, LocalDate end) {
        assertThat(Period.of(name, TODAY)).contains(new Period(from, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "last--3-days", "last-99999-days", "this-decade", "today+"})
    void otherWordsAreNoPeriods(String name) {
        assertThat(Period.of(name, TODAY)).isEmpty();
    }

    @Test
    void aQuarterBeginsWithItsFirstMonth() {
        assertThat(Period.of("this-quarter", LocalDate.parse("2026-01-31"))
                        .orElseThrow()
                        .from())
                .isEqualTo("2026-01-01");
    }
}
