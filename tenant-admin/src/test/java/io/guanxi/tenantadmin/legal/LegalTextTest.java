package io.guanxi.tenantadmin.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LegalTextTest {

    @ParameterizedTest
    @EnumSource
    void everyVersionSaysTheSameInBothLanguages(LegalText text) {
        assertThat(text.versions()).endsWith(text.version()).allSatisfy(version -> {
            assertThat(text.sections(version, Locale.ENGLISH)).hasSizeGreaterThan(5);
            assertThat(text.sections(version, Locale.SIMPLIFIED_CHINESE))
                    .hasSameSizeAs(text.sections(version, Locale.ENGLISH))
                    .isNotEqualTo(text.sections(version, Locale.ENGLISH));
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsFoundByItsAddress(LegalText text) {
        assertThat(LegalText.at(text.path())).contains(text);
    }
}
