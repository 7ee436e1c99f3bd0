package io.guanxi.infra.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealmMailTest {

    @ParameterizedTest
    @CsvSource({
        "smtp://127.0.0.1:3025, 127.0.0.1, 3025, false, false, false",
        "smtp://mail.example, mail.example, 25, false, false, false",
        "smtp://crm:secret@mail.example, mail.example, 587, false, true, true",
        "smtps://crm:secret@mail.example, mail.example, 465, true, false, true",
        "smtps://mail.example:2465, mail.example, 2465, true, false, false",
    })
    void theAddressTellsHowToConnect(
            URI server, String host, String port, String ssl, String starttls, String authenticated) {
        ObjectNode mail = RealmMail.of(server, "crm@example.com");
        assertThat(mail.path("host").asText()).isEqualTo(host);
        assertThat(mail.path("port").asText()).isEqualTo(port);
        assertThat(mail.path("ssl").asText()).isEqualTo(ssl);
        assertThat(mail.path("starttls").asText()).isEqualTo(starttls);
        assertThat(mail.path("auth").asText()).isEqualTo(authenticated);
        assertThat(mail.path("from").asText()).isEqualTo("crm@example.com");
    }

    @Test
    void userAndPasswordAreDecoded() {
        ObjectNode mail =
                RealmMail.of(URI.create("smtps://crm%40example.com:a%3Ab+c%2F@mail.example"), "x@example.com");
        assertThat(mail.path("user").asText()).isEqualTo("crm@example.com");
        assertThat(mail.path("password").asText()).isEqualTo("a:b+c/");
    }

    @Test
    void withoutAnAccountNoneIsTold() {
        ObjectNode mail = RealmMail.of(URI.create("smtp://mail.example"), "x@example.com");
        assertThat(mail.has("user")).isFalse();
        assertThat(mail.has("password")).isFalse();
    }
}
