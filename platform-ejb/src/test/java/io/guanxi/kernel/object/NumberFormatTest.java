package io.guanxi.kernel.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 7);

    @ParameterizedTest
    @CsvSource({
        "{0}, 7, 7",
        "INV-{0000}, 7, INV-0007",
        "INV-{0000}, 123456, INV-123456",
        "{YYYY}/{MM}/{DD}-{000}, 7, 2026/03/07-007",
        "合同{YY}{00000}号, 42, 合同2600042号"
    })
    void numbersAreWrittenAsTheFormatSays(String format, long number, String written) {
        assertThat(NumberFormat.isValid(format)).isTrue();
        assertThat(NumberFormat.of(format).write(number, DAY)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INV", "{}", "{00}{00}", "{0", "0}", "{yyyy}{0}", "{0}\n", "{1}", "{0000000000000}"})
    void aFormatHasOnePlaceForTheNumberAndNothingUnknown(String format) {
        assertThat(NumberFormat.isValid(format)).isFalse();
    }

    @Test
    void aFormatIsNoLongerThanAllowed() {
        assertThat(NumberFormat.isValid("x".repeat(NumberFormat.LONGEST - 3) + "{0}"))
                .isTrue();
        assertThat(NumberFormat.isValid("x".repeat(NumberFormat.LONGEST - 2) + "{0}"))
                .isFalse();
    }
}
