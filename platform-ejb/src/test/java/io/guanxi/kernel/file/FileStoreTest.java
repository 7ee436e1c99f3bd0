package io.guanxi.kernel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.id.RecordId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both forms of the store do the same: a folder, and a service that speaks S3. */
class FileStoreTest {

    private static final String KEY = "1001/2V/0H3KZ5Q8R4T2V";

    @TempDir
    Path folder;

    private BucketServer server;

    @BeforeEach
    void start() throws IOException {
        server = new BucketServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private FileStore store(String form) {
        return form.equals("disk")
                ? new DiskStore(folder.resolve("files"))
                : new S3Store(server.address(), "us-east-1", "documents", "key", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk", "s3"})
    void whatIsWrittenIsReadUntilItIsDeleted(String form) throws IOException {
        byte[] content = new byte[300_000];
        Arrays.fill(content, (byte) 7);
        Path file = Files.write(folder.resolve("content"), content);
        try (FileStore store = store(form)) {
            store.write(KEY, file);
            try (InputStream in = store.read(KEY)) {
                assertThat(Arrays.equals(in.readAllBytes(), content)).isTrue();
            }
            store.delete(KEY);
            assertThatThrownBy(() -> store.read(KEY)).isInstanceOf(FileNotFoundException.class);
            assertThatCode(() -> store.delete(KEY)).doesNotThrowAnyException();
        }
    }

    @Test
    void theServiceIsAskedWithASignatureAndNeverWithTheSecret() throws IOException {
        try (FileStore store = store("s3")) {
            store.write(KEY, Files.writeString(folder.resolve("content"), "x"));
        }
        assertThat(server.requests())
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("PUT /documents/" + KEY + " AWS4-HMAC-SHA256 Credential=key/")
                        .doesNotContain("secret"));
    }

    @Test
    void aServiceThatFailsIsNoMissingFile() throws IOException {
        server.fail();
        try (FileStore store = store("s3")) {
            assertThatThrownBy(() -> store.read(KEY))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(FileNotFoundException.class);
        }
    }

    @Test
    void noKeyLeadsOutOfTheFolder() {
        DiskStore disk = new DiskStore(folder.resolve("files"));
        Stream.of("../outside", "1001/../../outside", "")
                .forEach(key -> assertThatThrownBy(() -> disk.read(key)).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void keysOfTenantsNeverMeet() {
        String id = RecordId.format(RecordId.next());
        assertThat(TenantFiles.key(1001, id)).startsWith("1001/").isNotEqualTo(TenantFiles.key(1002, id));
        assertThatThrownBy(() -> TenantFiles.key(1001, "../1002/" + id)).isInstanceOf(IllegalArgumentException.class);
    }
}
