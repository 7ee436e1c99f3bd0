package io.guanxi.kernel.cleansing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.FieldType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+49 (0)30 901820|+4930901820",
                "030 / 90 18 20|+4930901820",
                "０３０ ９０１８２０|+4930901820",
                "0049 30 901820|+4930901820"
            })
    void aNumberIsReadInTheNationalFormOfTheRecordsCountry(String typed, String right) {
        assertThat(Repair.of(FieldType.PHONE, typed, List.of("DE", "CN"))).contains(right);
    }

    @Test
    void theCompanysOwnCountryIsTriedAfterTheRecords() {
        assertThat(Repair.of(FieldType.PHONE, "010-6552 9988", List.of("MC", "CN")))
                .contains("+861065529988");
    }

    @ParameterizedTest
    @CsvSource({"ask Anna", "12", "+49 30 901820 ext. 7"})
    void whatIsNoNumberIsLeftToAPerson(String typed) {
        assertThat(Repair.of(FieldType.PHONE, typed, List.of("DE"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mailto:Office@Example.COM|Office@example.com",
                "Anna Berg <anna@example.com>|anna@example.com",
                "office@example,com|office@example.com",
                "office @example..com.|office@example.com",
                "ｏｆｆｉｃｅ＠example.com|office@example.com"
            })
    void anAddressLosesWhatSurroundsItAndSlipsOfTheKeys(String typed, String right) {
        assertThat(Repair.of(FieldType.EMAIL, typed, List.of())).contains(right);
    }

    @ParameterizedTest
    @CsvSource({"office", "office@example", "none@", "a@b@c"})
    void whatIsNoAddressIsLeftToAPerson(String typed) {
        assertThat(Repair.of(FieldType.EMAIL, typed, List.of())).isEmpty();
    }
}
