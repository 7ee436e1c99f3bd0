package io.guanxi.infra.system.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no tables, or more than a table: refused at once, in words, and without harm. */
@SystemTest
class RefusedFilesIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Api acme;

    RefusedFilesIT(RunningSystem system) {
        acme = system.partner("acme-partner");
    }

    @Test
    void programsPicturesAndNothingAreNoTables() {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        refused(noise, "file.");
        refused("\u0089PNG\r\n\u001a\n\u0000\u0000".getBytes(StandardCharsets.ISO_8859_1), "file.");
        refused("\u007fELF\u0002\u0001\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1), "file.");
        refused(new byte[0], "file.");
        refused("%PDF-1.7\n%\u00e2\u00e3\u0000".getBytes(StandardCharsets.ISO_8859_1), "file.");
    }

    @Test
    void aMillionColumnsAreTooMany() {
        refused(("name" + ",x".repeat(1_000_000) + "\n").getBytes(StandardCharsets.US_ASCII), "columns");
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWithItsLine() {
        refused(("name\n\"" + "x".repeat(3_000_000)).getBytes(StandardCharsets.US_ASCII), "line");
    }

    @Test
    void aWorkbookThatInflatesWithoutEndIsRefused() throws IOException {
        byte[] spaces = new byte[1 << 20];
        java.util.Arrays.fill(spaces, (byte) ' ');
        byte[] bomb = workbook(
                "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
                out -> {
                    for (int i = 0; i < 1_500; i++) {
                        out.write(spaces);
                    }
                });
        assertThat(bomb.length).isLessThan(4_000_000);
        refused(XLSX, bomb);
    }

    @Test
    void aWorkbookThatRefersToOtherDocumentsIsRefused() throws IOException {
        refused(
                XLSX,
                workbook(
                        "<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                                + "<c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row><row r=\"2\">"
                                + "<c r=\"A2\" t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>",
                        out -> {}));
    }

    @Test
    void whatIsNoWorkbookInsideIsRefused() throws IOException {
        refused(XLSX, "PK\u0003\u0004 and then nothing of a workbook".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write(65);
        }
        refused(XLSX, zip.toByteArray());
        refused(XLSX, java.util.Arrays.copyOf(zip.toByteArray(), zip.size() / 2));
    }

    /** What comes as one endless row ends at the limit of a row, however long the file is. */
    @Test
    void aLongFileOfOneRowIsRefusedWithoutHarm(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("long.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = "name,name,name,name;".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100; i++) {
                out.write(piece);
            }
        }
        acme.request("POST", "jobs?type=import&object=accounts")
                .file("text/csv", file)
                .send()
                .expectProblem(422, "unreadable-file");
        acme.post("accounts", Map.of("name", Samples.word())).expect(201);
    }

    private void refused(byte[] file, String told) {
        Answer answer = ImportJob.send(acme, "", file).expectProblem(422, "unreadable-file");
        String detail = answer.json().path("detail").asText();
        assertThat(detail).isNotBlank().doesNotContainIgnoringCase("exception");
        if (!told.endsWith(".")) {
            assertThat(detail).contains(told);
        }
    }

    private void refused(String type, byte[] file) {
        acme.request("POST", "jobs?type=import&object=accounts")
                .body(type, file)
                .send()
                .expectProblem(422, "unreadable-file");
    }

    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] workbook(String sheet, Body rest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(sheet.getBytes(StandardCharsets.UTF_8));
            rest.write(zip);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
