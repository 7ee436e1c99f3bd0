package io.guanxi.kernel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,       10.255.255.255, true",
        "10.0.0.0/8,       11.0.0.0,       false",
        "192.0.2.128/25,   192.0.2.127,    false",
        "192.0.2.128/25,   192.0.2.128,    true",
        "203.0.113.7,      203.0.113.7,    true",
        "203.0.113.7,      203.0.113.8,    false",
        "0.0.0.0/0,        198.51.100.1,   true",
        "0.0.0.0/0,        2001:db8::1,    false",
        "2001:db8::/32,    2001:db8:ffff::1, true",
        "2001:db8::/32,    2001:db9::1,    false",
        "2001:db8::/33,    2001:db8:8000::, false",
        "::1,              0:0:0:0:0:0:0:1, true",
        "fe80::/10,        fe80::1%eth0,   true",
        "203.0.113.0/24,   ::ffff:203.0.113.9, true",
        "10.0.0.0/8,       unknown,        false",
        "10.0.0.0/8,       _hidden,        false"
    })
    void anAddressIsInARangeOrNot(String range, String address, boolean isIn) {
        assertThat(AddressRange.parse(range).contains(address)).isEqualTo(isIn);
    }

    @Test
    void nobodyAtTheOtherEndIsInNoRange() {
        assertThat(AddressRange.parse("0.0.0.0/0").contains(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4/33",
                "1.2.3.4/",
                "1.2.3.4/-1",
                "1.2.3.4/+8",
                "::1/129",
                "12345::",
                "1::2::3",
                "::1%lo",
                "1.2.3.4/24/8"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/8,           10.0.0.0/8",
        "203.0.113.7/32,       203.0.113.7",
        "2001:DB8:0:0::5/64,   2001:db8::/64",
        "2001:db8:1:0:0:0:0:9, 2001:db8:1::9"
    })
    void oneRangeHasOneForm(String written, String form) {
        assertThat(AddressRange.parse(written)).hasToString(form).isEqualTo(AddressRange.parse(form));
    }
}
