package io.guanxi.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private final Formats english = new Formats(Locale.ENGLISH, ZoneOffset.UTC, "US");
    private final Formats chinese = new Formats(Locale.SIMPLIFIED_CHINESE, ZoneOffset.UTC, "CN");

    @Test
    void chineseAddressesGoFromTheLargestPartToTheSmallest() {
        Map<String, String> address =
                Map.of("country", "CN", "region", "浙江省", "city", "杭州市", "line1", "余杭区云栖路57号", "postalCode", "311100");

        assertThat(Addresses.line(address, chinese)).isEqualTo("浙江省杭州市余杭区云栖路57号 311100");
        assertThat(Addresses.line(address, english)).startsWith("China浙江省");
    }

    @Test
    void whatTheStreetRepeatsIsNotSaidTwice() {
        Map<String, String> address = Map.of("country", "CN", "region", "北京市", "city", "北京市", "line1", "海淀区中关村大街1号");

        assertThat(Addresses.line(address, chinese)).isEqualTo("北京市海淀区中关村大街1号");
    }

    @Test
    void americanAddressesHaveTheCodeLast() {
        Map<String, String> address = Map.of(
                "country",
                "US",
                "line1",
                "480 Doremus Avenue",
                "line2",
                "Dock 7",
                "city",
                "Newark",
                "region",
                "NJ",
                "postalCode",
                "07140");

        assertThat(Addresses.line(address, english)).isEqualTo("480 Doremus Avenue, Dock 7, Newark, NJ 07140");
    }

    @Test
    void europeanAddressesHaveTheCodeBeforeTheCityAndNameTheirCountryAbroad() {
        Map<String, String> address =
                Map.of("country", "DE", "line1", "Obere Str. 57", "city", "Berlin", "postalCode", "12209");

        assertThat(Addresses.line(address, english)).isEqualTo("Obere Str. 57, 12209 Berlin, Germany");
    }

    @Test
    void chineseAddressesInLatinLettersAreWrittenTheWesternWay() {
        Map<String, String> address = Map.of("country", "CN", "line1", "57 Yunqi Road", "city", "Hangzhou");

        assertThat(Addresses.line(address, english)).isEqualTo("57 Yunqi Road, Hangzhou, China");
    }
}
