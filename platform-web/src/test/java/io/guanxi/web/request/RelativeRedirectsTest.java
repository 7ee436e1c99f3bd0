package io.guanxi.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeRedirectsTest {

    @ParameterizedTest
    @CsvSource({
        "/app?q=a%20b&c=d#e, /app?q=a%20b&c=d#e",
        "/\u012fevil.example, /%C4%AFevil.example",
        "/\u010d\u010aX-Evil: 1, /%C4%8D%C4%8AX-Evil:%201",
        "/app/accounts?q=环球, /app/accounts?q=%E7%8E%AF%E7%90%83",
        "/a\ud83d\ude00, /a%F0%9F%98%80"
    })
    void anAddressIsWrittenInAsciiOnly(String address, String written) {
        assertThat(RelativeRedirects.ascii(address)).isEqualTo(written);
    }
}
