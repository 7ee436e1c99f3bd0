package io.guanxi.integrations.rest.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void theRequestChoosesTheLanguage() {
        assertThat(Languages.of("zh-CN,zh;q=0.9,en;q=0.8")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Languages.of("en-GB,en;q=0.9")).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.of("fr,en;q=0.3,zh;q=0.5")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void languagesNobodySpeaksAndUnreadableHeadersFallBack() {
        assertThat(Languages.of("fr")).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.of("*")).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.of(";;;=")).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.of("zh;q=0")).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.of(null)).isEqualTo(Locale.ENGLISH);
    }
}
