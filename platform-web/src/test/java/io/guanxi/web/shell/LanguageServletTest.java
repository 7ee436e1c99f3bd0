package io.guanxi.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageServletTest {

    @Test
    void switchingTheLanguageGoesBackToThePage() {
        assertThat(LanguageServlet.safe("/app/accounts?q=a", "/app")).isEqualTo("/app/accounts?q=a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "", "/a\nb"})
    void itNeverLeadsToAnotherServer(String back) {
        assertThat(LanguageServlet.safe(back, "/app")).isEqualTo("/app");
    }
}
