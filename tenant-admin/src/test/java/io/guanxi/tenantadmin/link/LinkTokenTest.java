package io.guanxi.tenantadmin.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkTokenTest {

    @Test
    void noTwoTokensAreTheSame() {
        assertThat(LinkToken.random().text()).isNotEqualTo(LinkToken.random().text());
    }

    @Test
    void whatIsStoredDoesNotHoldTheSecret() {
        LinkToken token = LinkToken.random();

        assertThat(token.digest()).hasSize(64).doesNotContain(token.text());
        assertThat(token).hasToString("LinkToken");
    }
}
