package io.guanxi.kernel.cleansing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleansingPlanTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T03:30+01:00[Europe/Berlin],2026-04-01T03:30+02:00[Europe/Berlin]",
        "2026-03-31T23:59+02:00[Europe/Berlin],2026-04-01T03:30+02:00[Europe/Berlin]",
        "2026-11-22T10:00+08:00[Asia/Shanghai],2027-01-01T03:30+08:00[Asia/Shanghai]",
        "2026-12-31T10:00+08:00[Asia/Shanghai],2027-01-01T03:30+08:00[Asia/Shanghai]"
    })
    void theNextRunIsInTheFirstNightOfTheQuarterAfterThisOne(ZonedDateTime now, ZonedDateTime next) {
        assertThat(CleansingPlan.nextQuarter(now)).isEqualTo(next);
    }
}
