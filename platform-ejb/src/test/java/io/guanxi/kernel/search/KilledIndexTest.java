package io.guanxi.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Shelf;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class KilledIndexTest {

    /** Writes without end and says after each commit how far it has come. */
    public static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            try (TenantIndex index = new TenantIndex(Path.of(arguments[0]))) {
                for (long id = 1; ; id++) {
                    index.put(
                            List.of(new SearchDocument("account", id, Shelf.LISTED)
                                    .title(FieldType.TEXT, "Acme " + id)),
                            1);
                    if (id % 50 == 0) {
                        index.commit(new IndexState(
                                id, Instant.now(), 1, Optional.empty(), Set.of("account.name"), Optional.empty()));
                        System.out.println(id);
                    }
                }
            }
        }
    }

    @RepeatedTest(2)
    void aKilledProcessLeavesTheIndexAsItWasCommittedWithItsPosition(@TempDir Path folder) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long told = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            while (told < 1_000) {
                told = Long.parseLong(out.readLine());
            }
            writer.destroyForcibly().waitFor();
        }
        try (TenantIndex index = new TenantIndex(folder)) {
            long position = index.state().orElseThrow().from();
            assertThat(position).isGreaterThanOrEqualTo(told);
            assertThat(index.size()).isEqualTo((int) position);
            assertThat(index.count("acme", "account", false)).isEqualTo((int) position);
        }
    }
}
