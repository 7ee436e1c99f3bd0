package io.guanxi.tenantadmin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "acme.example, acme.example",
        "' @Acme.Example ', acme.example",
        "sub.acme.co.uk, sub.acme.co.uk",
        "公司.cn, xn--55qx5d.cn",
        "acme.example。com, acme.example.com"
    })
    void oneDomainHasOneForm(String given, String stored) {
        assertThat(DomainName.parse(given)).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                ".acme.example",
                "acme..example",
                "acme.example.",
                "127.0.0.1",
                "a_b.example",
                "acme.invalid",
                "printer.local",
                "x.localhost",
                "acme.example/",
                "a@b.example",
                "*.example"
            })
    void whatIsNoDomainOfTheInternetIsNone(String given) {
        assertThat(DomainName.parse(given)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "qq.com", "vip.qq.com", "163.com", "anything.163.com", "outlook.com"})
    void whereAnybodyGetsAnAddressIsNoCompanys(String domain) {
        assertThat(DomainName.isPublic(domain)).isTrue();
    }

    @Test
    void whatOnlyEndsLikeAPublicOneIsNotPublic() {
        assertThat(DomainName.isPublic("notgmail.com")).isFalse();
        assertThat(DomainName.isPublic("gmail.com.acme.example")).isFalse();
    }

    @Test
    void theDomainOfAnAddressStandsBehindItsLastSign() {
        assertThat(DomainName.ofMail("\"a@gmail.com\"@Acme.example")).contains("acme.example");
        assertThat(DomainName.ofMail("acme.example")).isEmpty();
        assertThat(DomainName.ofMail("@acme.example")).isEmpty();
        assertThat(DomainName.ofMail(null)).isEmpty();
    }
}
