package io.guanxi.integrations.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final URI ACCOUNTS = URI.create("http://a.example/api/v1/accounts");

    @Test
    void theSameRequestHasTheSameFingerprintWhateverTheServerIsCalled() {
        assertThat(of(ACCOUNTS, "{}")).isEqualTo(of(URI.create("https://b.example/api/v1/accounts"), "{}"));
    }

    @Test
    void anotherBodyAddressOrQueryIsAnotherRequest() {
        assertThat(of(ACCOUNTS, "{}"))
                .isNotEqualTo(of(ACCOUNTS, "{ }"))
                .isNotEqualTo(of(URI.create("http://a.example/api/v1/contacts"), "{}"))
                .isNotEqualTo(of(URI.create("http://a.example/api/v1/accounts?atomic=true"), "{}"));
    }

    @Test
    void aBodyReadInPartIsFingerprintedWhole() throws IOException {
        byte[] body = "name\nAcme\n".getBytes(StandardCharsets.UTF_8);
        Fingerprint streamed = Fingerprint.ofStream(ACCOUNTS, new ByteArrayInputStream(body));
        assertThat(streamed.body().readNBytes(3)).hasSize(3);

        assertThat(streamed.hex())
                .isEqualTo(Fingerprint.of(ACCOUNTS, body).hex())
                .isEqualTo(streamed.hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ключ", "tab\t"})
    void keysAreVisibleAscii(String key) {
        assertThatThrownBy(() -> IdempotencyKey.parse(key)).hasMessage("idempotency.key");
    }

    @Test
    void aPartOfARequestHasAKeyNoClientCanSend() {
        IdempotencyKey part = IdempotencyKey.parse("k").orElseThrow().part(7);

        assertThatThrownBy(() -> IdempotencyKey.parse(part.value())).hasMessage("idempotency.key");
    }

    private static String of(URI uri, String body) {
        return Fingerprint.of(uri, body.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
