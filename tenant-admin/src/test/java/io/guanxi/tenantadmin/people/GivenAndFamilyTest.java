package io.guanxi.tenantadmin.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenAndFamilyTest {

    @ParameterizedTest
    @CsvSource({
        "Olivia Bennett, Olivia, Bennett",
        "Anna Maria Schmidt, Anna Maria, Schmidt",
        "Madonna, Madonna, Madonna",
        "陈建国, 建国, 陈",
        "林, 林, 林",
        "陈 建国, 陈, 建国"
    })
    void aNameHasTwoParts(String name, String given, String family) {
        assertThat(GivenAndFamily.of(name)).isEqualTo(new GivenAndFamily(given, family));
    }

    @ParameterizedTest
    @CsvSource({"jane.doe@example.com, Jane Doe", "owner@example.com, Owner", "_@example.com, _"})
    void aNameIsGuessedFromTheMailAddress(String email, String name) {
        assertThat(GivenAndFamily.guess(email)).isEqualTo(name);
    }
}
