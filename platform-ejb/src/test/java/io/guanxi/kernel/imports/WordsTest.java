package io.guanxi.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "Germany, DE",
        "UK, GB",
        "USA, US",
        "U.S.A., US",
        "Venezuela, VE",
        "Mexico, MX",
        "México, MX",
        "Deutschland, DE",
        "España, ES",
        "中国, CN",
        "日本, JP",
        "德国, DE",
        "香港, HK",
        "香港特别行政区, HK",
        "de, DE",
        "DEU, DE",
        "South Korea, KR",
        "Österreich, AT",
        "switzerland, CH",
        "Schweiz, CH",
        "Viet Nam, VN",
        "Czech Republic, CZ",
        "Ireland, IE",
        "Norway, NO",
        "The Netherlands, NL",
        "Taiwan, TW",
        "Russia, RU",
        "Россия, RU"
    })
    void countriesAreKnownByTheNamesPeopleUse(String name, String code) {
        assertThat(Countries.code(name)).contains(code);
    }

    @Test
    void whatIsNoCountryIsNone() {
        assertThat(Countries.code("Atlantis")).isEmpty();
        assertThat(Countries.code("??")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Maria Anders | Maria | Anders",
                "Anders, Maria | Maria | Anders",
                "Maria de la Cruz | Maria | de la Cruz",
                "Ludwig van Beethoven | Ludwig | van Beethoven",
                "José Pedro Freyre | José Pedro | Freyre",
                "王小明 | 小明 | 王",
                "欧阳娜娜 | 娜娜 | 欧阳",
                "李 娜 | 娜 | 李"
            })
    void wholeNamesAreTakenApart(String name, String first, String last) {
        assertThat(PersonNameText.parts(name)).isEqualTo(Map.of("firstName", first, "lastName", last));
    }

    @Test
    void aSingleWordIsAFamilyName() {
        assertThat(PersonNameText.parts("Madonna")).isEqualTo(Map.of("lastName", "Madonna"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.50 | false | 1234.5",
                "1.234,50 | true | 1234.5",
                "1 234,5 | true | 1234.5",
                "1'234.50 | false | 1234.5",
                "12,34,567 | false | 1234567",
                "(12) | false | -12",
                "−5 | false | -5",
                "1.5E+06 | false | 1500000",
                "１２３ | false | 123",
                "0.00 | false | 0"
            })
    void numbersAreReadAsTheyAreWritten(String text, boolean decimalComma, String number) {
        assertThat(NumberText.parse(text, decimalComma)).contains(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,23,4", "12 apples", "1.2.3", "--1", "1E999999999"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(NumberText.parse(text, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "€12 | EUR",
                "12 EUR | EUR",
                "US$12 | USD",
                "CNY 12 | CNY",
                "12元 | CNY",
                "$12 | CAD",
                "￥12 | CAD",
                "12 | CAD"
            })
    void currenciesAreKnownByTheirSigns(String text, String currency) {
        assertThat(MoneyText.parse(text, false, Optional.of("CAD")))
                .contains(Map.of("amount", "12", "currency", currency));
    }

    @Test
    void anUnknownCurrencyIsNotTakenForTheUsualOne() {
        assertThat(MoneyText.parse("12 XYZ", false, Optional.of("CAD"))).isEmpty();
    }
}
