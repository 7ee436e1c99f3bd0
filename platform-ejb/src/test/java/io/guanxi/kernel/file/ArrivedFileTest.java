package io.guanxi.kernel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.error.InvalidRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivedFileTest {

    private static final byte[] PDF = "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] PROGRAM = bytes(0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0);

    @TempDir
    Path folder;

    @Test
    void aFileIsWhatItBeginsWithWhateverItIsCalled() throws IOException {
        try (ArrivedFile file = receive("report.png", PDF)) {
            assertThat(file.mediaType()).isEqualTo("application/pdf");
            assertThat(file.size()).isEqualTo(PDF.length);
            assertThat(file.checksum()).matches("[0-9a-f]{64}");
            assertThat(file.path()).hasBinaryContent(PDF);
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void officeFilesAreToldApartByTheirNamesSinceAllAreArchives() throws IOException {
        byte[] archive = archive();
        assertThat(type("a.docx", archive)).contains("wordprocessingml");
        assertThat(type("a.zip", archive)).isEqualTo("application/zip");
        assertThat(type("a.pdf", archive)).isEqualTo("application/zip");
    }

    @Test
    void plainTextStaysPlainText() throws IOException {
        byte[] text = "just some words\n".getBytes(StandardCharsets.UTF_8);
        assertThat(type("a.txt", text)).isEqualTo("text/plain");
        assertThat(type("a.html", text)).isEqualTo("text/plain");
        assertThat(type("a.csv", text)).isEqualTo("text/csv");
    }

    @Test
    void programsAndScriptsAreRefusedUnderAnyName() throws IOException {
        assertThatThrownBy(() -> receive("holiday.jpg", PROGRAM)).satisfies(e -> told(e, "document.refused"));
        assertThatThrownBy(() -> receive("run.bat", "echo".getBytes(StandardCharsets.UTF_8)))
                .satisfies(e -> told(e, "document.refused"));
        assertThatThrownBy(() -> receive("x.txt", "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8)))
                .satisfies(e -> told(e, "document.refused"));
        assertThat(left()).isEmpty();
    }

    @Test
    void anEmptyOrTooLargeFileLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> receive("a.pdf", new byte[0])).satisfies(e -> told(e, "document.empty"));
        assertThatThrownBy(() ->
                        ArrivedFile.receive("a.bin", new ByteArrayInputStream(new byte[200_001]), folder, 200_000))
                .satisfies(e -> told(e, "file.tooLarge"));
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\docs\\offer.pdf, offer.pdf",
        "../../etc/passwd, passwd",
        "报价单.pdf, 报价单.pdf",
        "a<b>:c?.txt, abc.txt",
        "..., file",
        "'', file"
    })
    void aNameIsTheLastPartOfWhatWasSentWithoutSignsOfFileSystems(String sent, String kept) {
        assertThat(ArrivedFile.plainName(sent)).isEqualTo(kept);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(ArrivedFile.plainName("x".repeat(400) + ".pdf")).hasSize(200).endsWith(".pdf");
    }

    @Test
    void browsersAreToldNothingOfWhatTheyCouldRun() {
        assertThat(MediaTypes.safe("text/html")).isEqualTo("application/octet-stream");
        assertThat(MediaTypes.safe("image/svg+xml")).isEqualTo("application/octet-stream");
        assertThat(MediaTypes.safe("application/pdf")).isEqualTo("application/pdf");
    }

    private ArrivedFile receive(String name, byte[] content) throws IOException {
        return ArrivedFile.receive(name, new ByteArrayInputStream(content), folder, 1_000_000);
    }

    private String type(String name, byte[] content) throws IOException {
        try (ArrivedFile file = receive(name, content)) {
            return file.mediaType();
        }
    }

    private Stream<Path> left() throws IOException {
        return Files.list(folder);
    }

    private static void told(Throwable failure, String code) {
        assertThat(((InvalidRecord) failure).errors())
                .extracting(error -> error.code())
                .containsExactly(code);
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
