package io.guanxi.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.infra.settings.Secrets.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path home;

    @Test
    void secretsAreMadeOnceAndKept() throws IOException {
        Secrets first = Secrets.in(home);
        Secrets second = Secrets.in(home);
        assertThat(Stream.of(Secret.values()).map(second::get))
                .containsExactlyElementsOf(
                        Stream.of(Secret.values()).map(first::get).toList())
                .doesNotHaveDuplicates()
                .allMatch(value -> value.length() >= 40);
    }

    @Test
    void theProductsKeyIs32BytesInBase64() throws IOException {
        assertThat(Base64.getDecoder().decode(Secrets.in(home).get(Secret.SECRET_KEY)))
                .hasSize(32);
    }

    @Test
    void onlyTheOwnerCanReadTheFile() throws IOException {
        Secrets.in(home);
        assertThat(Files.getPosixFilePermissions(home.resolve("secrets.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aSecretAddedLaterLeavesTheOthersAlone() throws IOException {
        Files.writeString(home.resolve("secrets.properties"), "DB_PASSWORD=kept\n");
        assertThat(Secrets.in(home).get(Secret.DB_PASSWORD)).isEqualTo("kept");
        assertThat(Secrets.in(home).get(Secret.WEB_CLIENT_SECRET)).isNotBlank();
    }

    @Test
    void nothingUnfinishedIsLeftBeside() throws IOException {
        Secrets.in(home);
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .isEqualTo(List.of("secrets.properties"));
        }
    }
}
