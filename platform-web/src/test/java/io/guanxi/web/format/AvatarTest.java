package io.guanxi.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AvatarTest {

    @Test
    void latinNamesGiveTheirInitialsAndChineseOnesTheirFirstCharacter() {
        assertThat(Avatar.of("Alfreds Futterkiste").letters()).isEqualTo("AF");
        assertThat(Avatar.of("B's Beverages").letters()).isEqualTo("BB");
        assertThat(Avatar.of("杭州云栖食品有限公司").letters()).isEqualTo("杭");
        assertThat(Avatar.of("  ").letters()).isEqualTo("?");
    }

    @Test
    void aNameAlwaysHasTheSameColour() {
        assertThat(Avatar.of("Globex")).isEqualTo(Avatar.of(" Globex "));
    }
}
