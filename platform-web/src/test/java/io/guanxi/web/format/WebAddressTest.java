package io.guanxi.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebAddressTest {

    @Test
    void onlyWebAddressesLeadAnywhere() {
        assertThat(FieldValues.web("https://www.acme.example/").href()).isEqualTo("https://www.acme.example/");
        assertThat(FieldValues.web("javascript:alert(1)").href()).isEmpty();
        assertThat(FieldValues.web("data:text/html,x").href()).isEmpty();
        assertThat(FieldValues.web("https://acme.example/\" onclick=\"x").href())
                .isEmpty();
    }

    @Test
    void whatGoesWithoutSayingIsNotShown() {
        assertThat(FieldValues.web("https://www.acme.example/").text()).isEqualTo("acme.example");
    }
}
