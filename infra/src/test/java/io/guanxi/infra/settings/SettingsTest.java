package io.guanxi.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {

    @Test
    void anEmptyEnvironmentMeansTheDefaults() {
        Settings settings = Settings.of(Map.of());
        assertThat(settings.port(Setting.HTTP_PORT)).isEqualTo(8080);
        assertThat(settings.port(Setting.KEYCLOAK_PORT)).isEqualTo(8180);
        assertThat(settings.demo()).isTrue();
        assertThat(settings.home()).isEqualTo(Path.of(System.getProperty("user.home"), ".guanxi"));
        assertThat(settings.issuer()).isEqualTo("http://localhost:8180/realms/guanxi");
    }

    @Test
    void anEmptyVariableIsAnAbsentOne() {
        assertThat(Settings.of(Map.of("GUANXI_HTTP_PORT", " ")).port(Setting.HTTP_PORT))
                .isEqualTo(8080);
    }

    @Test
    void addressesFollowThePortsUnlessGiven() {
        assertThat(Settings.of(Map.of("GUANXI_HTTP_PORT", "9090")).publicUrl()).isEqualTo("http://localhost:9090");
        assertThat(Settings.of(Map.of("GUANXI_HTTP_PORT", "9090", "GUANXI_PUBLIC_URL", "https://crm.example/"))
                        .publicUrl())
                .isEqualTo("https://crm.example");
    }

    @ParameterizedTest
    @CsvSource({
        "GUANXI_HTTP_PORT, abc",
        "GUANXI_HTTP_PORT, 0",
        "GUANXI_DB_PORT, 65536",
        "GUANXI_DEMO, yes",
        "GUANXI_PUBLIC_URL, crm.example.com",
        "GUANXI_PUBLIC_URL, ftp://crm.example.com",
        "GUANXI_OIDC_ISSUER, 'https://a b'",
        "GUANXI_SMTP_URL, http://mail.example",
        "GUANXI_HEAP, much",
        "GUANXI_SECRET_KEY, c2hvcnQ=",
        "GUANXI_DB_URL, jdbc:mariadb://db.example/guanxi",
    })
    void aValueThatCannotBeUsedIsRefusedByName(String variable, String value) {
        assertThatThrownBy(() -> Settings.of(Map.of(variable, value)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(variable);
    }

    @Test
    void twoPartsCannotShareAPort() {
        assertThatThrownBy(() -> Settings.of(Map.of("GUANXI_SMTP_PORT", "8080")))
                .hasMessageContaining("GUANXI_HTTP_PORT")
                .hasMessageContaining("GUANXI_SMTP_PORT");
    }

    @Test
    void anExternalDatabaseNeedsItsPassword() {
        assertThatThrownBy(() ->
                        Settings.of(Map.of("GUANXI_DB_URL", "jdbc:mysql://db.example/guanxi", "GUANXI_DB_USER", "crm")))
                .hasMessageContaining("GUANXI_DB_PASSWORD");
    }

    @Test
    void aPasswordInAnAddressIsNotRepeated() {
        assertThatThrownBy(() -> Settings.of(Map.of("GUANXI_DB_URL", "jdbc:oracle://me:geheim@db/x?password=geheim")))
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everySettingHasADescription(Setting setting) {
        assertThat(setting.description()).isNotBlank();
    }
}
