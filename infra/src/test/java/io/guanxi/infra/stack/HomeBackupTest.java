package io.guanxi.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.infra.process.ProcessRecord;
import io.guanxi.infra.process.ProcessRecords;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeBackupTest {

    @TempDir
    private Path folder;

    private Home home;
    private Path backup;
    private Path fresh;

    @BeforeEach
    void fill() throws IOException {
        home = new Home(folder.resolve("home")).create();
        backup = folder.resolve("backup.zip");
        fresh = folder.resolve("fresh");
        write("secrets.properties", "SECRET_KEY=a");
        write("mariadb/data/guanxi/account.ibd", "rows");
        write("keycloak/data/h2/keycloakdb.mv.db", "people");
        write("files/1001/0H/0H3KZ5Q8R4T2V", "brochure");
        write("somethingNew/of/a/later/version", "kept");
        Files.createDirectories(home.folder().resolve("mariadb/data/empty"));
        write("programs/mariadb/bin/mariadbd", "program");
        write("search/1001/segment", "index");
        write("mariadb/tmp/x", "x");
        write("log/payara.log", "words");
        Files.createSymbolicLink(home.folder().resolve("keycloak/lib"), home.programs());
    }

    private void write(String name, String text) throws IOException {
        Path file = home.folder().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Map<String, String> texts(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** The backup once more, with each entry as the change writes it. */
    private void change(BiConsumer<String, byte[]> change) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                change.accept(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    private void rewrite(Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(backup);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    private void refused(String word) {
        assertThatThrownBy(() -> new HomeRestore(fresh).read(backup))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining(word);
        assertThat(fresh).doesNotExist();
        assertThat(folder.resolve("fresh.restoring")).doesNotExist();
    }

    @Test
    void whatCannotBeMadeAgainComesBackAsItWas() throws IOException {
        new HomeBackup(home).write(backup);
        assertThat(new HomeRestore(fresh).read(backup)).isEqualTo(5);
        assertThat(texts(fresh))
                .containsOnlyKeys(
                        "secrets.properties",
                        "mariadb/data/guanxi/account.ibd",
                        "keycloak/data/h2/keycloakdb.mv.db",
                        "files/1001/0H/0H3KZ5Q8R4T2V",
                        "somethingNew/of/a/later/version")
                .containsEntry("files/1001/0H/0H3KZ5Q8R4T2V", "brochure");
        assertThat(fresh.resolve("mariadb/data/empty")).isDirectory();
        assertThat(Files.getPosixFilePermissions(fresh.resolve("secrets.properties")))
                .hasSize(2);
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
    }

    @Test
    void aHomeInWhichSomethingRunsIsNotBackedUp() throws IOException {
        try (HomeLock up = HomeLock.tryTake(home).orElseThrow()) {
            assertThatThrownBy(() -> new HomeBackup(home).write(backup)).isInstanceOf(AlreadyRunning.class);
        }
        ProcessRecords records = new ProcessRecords(home.run());
        records.add(ProcessRecord.of("database", ProcessHandle.current()));
        assertThatThrownBy(() -> new HomeBackup(home).write(backup)).isInstanceOf(AlreadyRunning.class);
        records.remove("database");
        new HomeBackup(home).write(backup);
        assertThat(backup).isNotEmptyFile();
    }

    @Test
    void aBackupDoesNotLieInWhatItIsOf() {
        assertThatThrownBy(() -> new HomeBackup(home).write(home.folder().resolve("x.zip")))
                .isInstanceOf(PartFailed.class);
    }

    @Test
    void aHomeWithAnythingInItIsNotRestoredInto() throws IOException {
        new HomeBackup(home).write(backup);
        Files.createDirectories(fresh);
        Files.writeString(fresh.resolve("secrets.properties"), "SECRET_KEY=b");
        assertThatThrownBy(() -> new HomeRestore(fresh).read(backup)).isInstanceOf(PartFailed.class);
        assertThat(fresh.resolve("secrets.properties")).hasContent("SECRET_KEY=b");
        Files.delete(fresh.resolve("secrets.properties"));
        assertThat(new HomeRestore(fresh).read(backup)).isEqualTo(5);
    }

    @Test
    void aSpoiltOrCutBackupIsNotRestored() throws IOException {
        new HomeBackup(home).write(backup);
        Map<String, byte[]> entries = new TreeMap<>();
        change(entries::put);
        byte[] whole = Files.readAllBytes(backup);
        Files.write(backup, Arrays.copyOf(whole, whole.length / 2));
        refused("backup.zip");
        Map<String, byte[]> changed = new TreeMap<>(entries);
        changed.put("home/files/1001/0H/0H3KZ5Q8R4T2V", "Brochure".getBytes(StandardCharsets.UTF_8));
        rewrite(changed);
        refused("0H3KZ5Q8R4T2V");
        changed = new TreeMap<>(entries);
        changed.remove("home/secrets.properties");
        rewrite(changed);
        refused("secrets.properties");
        changed = new TreeMap<>(entries);
        changed.put("home/stranger", new byte[1]);
        rewrite(changed);
        refused("stranger");
        changed = new TreeMap<>(entries);
        changed.put(
                "backup.json",
                new String(entries.get("backup.json"), StandardCharsets.UTF_8)
                        .replace("\"secrets.properties\"", "\"../../x\"")
                        .getBytes(StandardCharsets.UTF_8));
        rewrite(changed);
        refused("../../x");
        rewrite(entries);
        assertThat(new HomeRestore(fresh).read(backup)).isEqualTo(5);
    }
}
