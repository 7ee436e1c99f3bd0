package io.guanxi.tenantadmin.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SetupTokenTest {

    @Test
    void noTwoTokensAreTheSame() {
        assertThat(SetupToken.random().text()).isNotEqualTo(SetupToken.random().text());
    }

    @Test
    void whatIsStoredDoesNotHoldTheSecret() {
        SetupToken token = SetupToken.random();

        assertThat(token.digest()).hasSize(64).doesNotContain(token.text());
        assertThat(token).hasToString("SetupToken");
    }
}
