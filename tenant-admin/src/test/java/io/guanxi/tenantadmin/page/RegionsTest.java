package io.guanxi.tenantadmin.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.tenantadmin.page.Regions.Choice;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    @ParameterizedTest
    @CsvSource({
        "de-DE, DE, Europe/Berlin,    EUR",
        "de,    DE, Europe/Berlin,    EUR",
        "en-US, US, America/New_York, USD",
        "en,    US, America/New_York, USD",
        "en-GB, GB, Europe/London,    GBP",
        "zh-CN, CN, Asia/Shanghai,    CNY",
        "zh,    CN, Asia/Shanghai,    CNY",
        "ja,    JP, Asia/Tokyo,       JPY",
        "pt-BR, BR, America/Sao_Paulo, BRL"
    })
    void theLanguageOfTheBrowserProposesTheRest(String language, String country, String zone, String currency) {
        String proposed = Regions.country(List.of(Locale.forLanguageTag(language)));

        assertThat(proposed).isEqualTo(country);
        assertThat(Regions.zone(proposed)).isEqualTo(zone);
        assertThat(Regions.currency(proposed)).isEqualTo(currency);
    }

    @Test
    void everyCountryProposesWhatCanBeChosen() {
        Regions regions = Regions.in(Locale.SIMPLIFIED_CHINESE);
        List<String> zones = regions.zones().stream().map(Choice::code).toList();
        List<String> currencies =
                regions.currencies().stream().map(Choice::code).toList();

        assertThat(regions.countries()).hasSizeGreaterThan(200).allSatisfy(country -> {
            assertThat(zones).contains(Regions.zone(country.code()));
            assertThat(currencies).contains(Regions.currency(country.code()));
        });
        assertThat(zones).allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotNull());
        assertThat(currencies)
                .allSatisfy(code -> assertThat(Currency.getInstance(code)).isNotNull());
    }

    @Test
    void namesAreInTheLanguageOfThePage() {
        assertThat(Regions.in(Locale.SIMPLIFIED_CHINESE).countries()).contains(new Choice("DE", "德国"));
        assertThat(Regions.in(Locale.ENGLISH).countries()).contains(new Choice("DE", "Germany"));
        assertThat(Regions.in(Locale.SIMPLIFIED_CHINESE).currencies())
                .extracting(choice -> choice.label().substring(6))
                .noneMatch(label -> label.matches(".*[A-Za-z]{2,}.*"));
        assertThat(Regions.in(Locale.SIMPLIFIED_CHINESE).zones())
                .extracting(Choice::label)
                .noneMatch(label -> label.matches(".*[A-Za-z]{2,}.*"));
    }
}
