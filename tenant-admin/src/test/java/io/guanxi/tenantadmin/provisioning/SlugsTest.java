package io.guanxi.tenantadmin.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @ParameterizedTest
    @CsvSource({
        "Acme Trading, acme-trading",
        "环球电子, huanqiudianzi",
        "上海 ABC 贸易, shanghai-abc-maoyi",
        "Müller & Söhne GmbH, muller-sohne-gmbh",
        "O'Neill's, oneills",
        "Łódź Sp. z o.o., lodz-sp-z-o-o",
        "Тест, test",
        "!!!, company",
        "Xy, xy-company",
        "Admin, admin-company"
    })
    void aNameBecomesItsSlug(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A very long name of a company that will not fit into the short name at all Ltd",
                "中华人民共和国某某省某某市某某区某某街道某某贸易有限责任公司",
                "🦊🦊",
                "-",
                "株式会社テスト"
            })
    void everyNameGivesAWellFormedSlug(String name) {
        assertThat(Slugs.of(name)).matches(Slugs::isWellFormed).matches(slug -> !Slugs.isReserved(slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Acme", "acme_trading", "-acme", "acme-", "a--b", "acme trading", "环球"})
    void whatHasAnotherFormIsNoSlug(String text) {
        assertThat(Slugs.isWellFormed(text)).isFalse();
    }

    @Test
    void wordsOfTheProductAreReserved() {
        assertThat(Slugs.isReserved("operator")).isTrue();
        assertThat(Slugs.isReserved("acme")).isFalse();
    }

    @Test
    void aTakenSlugGetsANumberWithinTheLength() {
        assertThat(Slugs.candidate("acme", 1)).isEqualTo("acme");
        assertThat(Slugs.candidate("acme", 2)).isEqualTo("acme-2");
        assertThat(Slugs.candidate("a".repeat(Slugs.LONGEST), 10))
                .hasSize(Slugs.LONGEST)
                .endsWith("-10");
    }
}
