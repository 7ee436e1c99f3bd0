package io.guanxi.tenantadmin.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Lease ends, leaseEnds, lease-ends",
        "Rental units (2nd floor), rentalUnits2ndFloor, rental-units-2nd-floor",
        "Größe, grosse, grosse",
        "合同, hetong, hetong",
    })
    void namesAreMadeOfLabels(String label, String camel, String kebab) {
        assertThat(ProgramNames.camel(label, 40)).isEqualTo(camel);
        assertThat(ProgramNames.kebab(label, 40)).isEqualTo(kebab);
    }

    @Test
    void aNameIsCutWithoutAHyphenAtItsEnd() {
        assertThat(ProgramNames.kebab("abc def", 4)).isEqualTo("abc");
    }

    @Test
    void signsAloneMakeNoName() {
        assertThat(ProgramNames.camel("???", 40)).isEmpty();
        assertThat(ProgramNames.kebab(null, 40)).isEmpty();
    }
}
