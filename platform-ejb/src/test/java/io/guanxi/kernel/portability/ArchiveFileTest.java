package io.guanxi.kernel.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.database.TableShape;
import io.guanxi.kernel.database.TenantSchema;
import io.guanxi.kernel.tenancy.Tenant;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with an archive is found before anything of it is used. */
class ArchiveFileTest {

    private static final String ROWS = "data/account.jsonl";
    private static final String CONTENT = "files/0H3KZ5Q8R4T2V";

    private final PortableSchema schema = new PortableSchema(new TenantSchema() {
        @Override
        public synchronized List<TableShape> tables() {
            return List.of(PortableSchemaTest.table("account", true));
        }

        @Override
        public String version() {
            return "now";
        }
    });

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("archive.zip");
    }

    private record Part(String path, String content, Manifest.Entry told) {

        Part(String path, String table, String content) {
            this(path, content, entry(path, table, content));
        }

        private static Manifest.Entry entry(String path, String table, String content) {
            EntryStream out = new EntryStream(OutputStream.nullOutputStream());
            try {
                out.write(content.getBytes(StandardCharsets.UTF_8));
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            return out.end(path, table, 1);
        }
    }

    private static List<Part> whole() {
        return new ArrayList<>(List.of(
                new Part(ROWS, "account", "{\"id\":\"1\",\"name\":\"a\"}\n"), new Part(CONTENT, null, "brochure")));
    }

    private void write(List<Part> parts, String version, UnaryOperator<String> manifest) throws IOException {
        List<Manifest.Entry> told =
                parts.stream().map(Part::told).filter(entry -> entry != null).toList();
        Tenant tenant =
                new Tenant(7, "seven", "Seven", Locale.ENGLISH, ZoneOffset.UTC, "DE", "EUR", Tenant.Status.ACTIVE);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Part part : parts) {
                if (part.content() != null) {
                    zip.putNextEntry(new ZipEntry(part.path()));
                    zip.write(part.content().getBytes(StandardCharsets.UTF_8));
                }
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.apply(new Manifest(version, Instant.EPOCH, tenant, told, List.of()).write())
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private void refused(String code, List<Part> parts) throws IOException {
        write(parts, "now", UnaryOperator.identity());
        refused(code);
    }

    private void refused(String code) {
        assertThatThrownBy(() -> ArchiveFile.open(file, schema).close())
                .isInstanceOfSatisfying(
                        ArchiveRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aWholeArchiveIsRead() throws IOException {
        write(whole(), "now", UnaryOperator.identity());
        try (ArchiveFile archive = ArchiveFile.open(file, schema);
                ArchiveFile.Lines lines = archive.lines(schema.tables().get(0))) {
            assertThat(archive.slug()).isEqualTo("seven");
            assertThat(archive.contents()).containsExactly("0H3KZ5Q8R4T2V");
            assertThat(RowText.read(schema.tables().get(0), lines.next())).containsEntry("name", "a");
            assertThat(lines.next()).isNull();
        }
    }

    @Test
    void whatIsCutOrNoArchiveIsRefused() throws IOException {
        write(whole(), "now", UnaryOperator.identity());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 30));
        refused("archive.unreadable");
        Files.writeString(file, "no zip");
        refused("archive.unreadable");
        write(whole(), "now", manifest -> manifest.replace("guanxi-tenant", "other"));
        refused("archive.unreadable");
        write(whole(), "now", manifest -> manifest.substring(1));
        refused("archive.unreadable");
        write(whole(), "now", manifest -> manifest.replace("\"bytes\":8", "\"bytes\":\"8\""));
        refused("archive.unreadable");
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        write(whole(), "later", UnaryOperator.identity());
        refused("archive.version");
        write(whole(), "now", manifest -> manifest.replace("\"formatVersion\":1", "\"formatVersion\":2"));
        refused("archive.version");
    }

    @Test
    void aContentThatIsNotWhatTheManifestSaysIsRefused() throws IOException {
        List<Part> parts = whole();
        parts.set(
                0,
                new Part(ROWS, "{\"id\":\"2\",\"name\":\"a\"}\n", parts.get(0).told()));
        refused("archive.entry", parts);
        parts = whole();
        parts.set(1, new Part(CONTENT, null, parts.get(1).told()));
        refused("archive.entry", parts);
        parts = whole();
        parts.remove(0);
        refused("archive.entry", parts);
    }

    @Test
    void whatTheManifestDoesNotNameOrLeadsElsewhereIsRefused() throws IOException {
        for (String path : List.of("stranger", "files/../../0H3KZ5Q8R4T2V", "files/", "data/tenant.jsonl")) {
            List<Part> parts = whole();
            parts.add(new Part(path, "x", (Manifest.Entry) null));
            refused("archive.stranger", parts);
            parts = whole();
            parts.add(new Part(path, null, "x"));
            refused("archive.stranger", parts);
        }
        List<Part> parts = whole();
        parts.add(new Part("data/tenant.jsonl", "tenant", "{}"));
        refused("archive.stranger", parts);
    }

    @Test
    void whatUnpacksToFarMoreThanItIsIsRefused() throws IOException {
        List<Part> parts = whole();
        parts.set(1, new Part(CONTENT, null, "0".repeat(4 << 20)));
        refused("archive.bomb", parts);
        parts = whole();
        parts.set(1, new Part(CONTENT, "brochures", parts.get(1).told()));
        refused("archive.bomb", parts);
    }

    @Test
    void rowsOfAnotherTenantOrWithColumnsThatAreNotThereAreRefused() {
        PortableTable table = schema.tables().get(0);
        for (String row : List.of(
                "{\"id\":\"1\",\"tenant_id\":1002}",
                "{\"id\":\"1\",\"client_secret\":\"x\"}",
                "{\"id\":\"1\",\"live_name\":\"x\"}",
                "[]",
                "{\"id\":")) {
            assertThatThrownBy(() -> RowText.read(table, row)).isInstanceOf(ArchiveRefused.class);
        }
        assertThatThrownBy(() -> RowText.parse(table, table.columns().get(0), "x"))
                .isInstanceOf(ArchiveRefused.class);
        assertThatThrownBy(() -> RowText.parse(table, table.columns().get(0), 1L))
                .isInstanceOf(ArchiveRefused.class);
        assertThat(RowText.parse(table, table.columns().get(0), "9007199254740993"))
                .isEqualTo(9007199254740993L);
    }
}
