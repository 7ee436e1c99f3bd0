package io.guanxi.kernel.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileXlsxTest {

    private static final String HEADER = XlsxBuilder.row("name", "note");

    @Test
    void anExternalEntityIsRefusedAndItsFileNotRead(@TempDir Path folder) throws IOException {
        Path canary = Files.writeString(folder.resolve("canary.txt"), "canary-4711");
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY leak SYSTEM \"" + canary.toUri() + "\">]>"
                + "<sst><si><t>&leak;</t></si></sst>";
        assertThat(readByACarelessParser(entity)).contains("canary-4711");
        byte[] file = XlsxBuilder.workbook(HEADER + "<row><c t=\"s\"><v>0</v></c></row>", entity);
        assertThatThrownBy(() -> Uploads.values(Uploads.of(file)))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("file.entities"))
                .hasStackTraceContaining("file.entities")
                .message()
                .doesNotContain("canary-4711");
    }

    @Test
    void anEntityInTheSheetItselfIsRefused(@TempDir Path folder) throws IOException {
        Path canary = Files.writeString(folder.resolve("canary.txt"), "canary-4711");
        String sheet = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY leak SYSTEM \"" + canary.toUri() + "\">]>"
                + "<worksheet><sheetData>" + HEADER + XlsxBuilder.row("&leak;", "") + "</sheetData></worksheet>";
        refused(XlsxBuilder.workbook(text(sheet), text("<sst/>")), "file.entities");
    }

    @Test
    void entitiesThatMultiplyAreRefused() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        refused(XlsxBuilder.workbook(HEADER, bomb + "]><sst><si><t>&a29;</t></si></sst>"), "file.entities");
    }

    @Test
    void anEntityNobodyDeclaredIsRefused() {
        String row = "<row><c t=\"str\"><v>&undeclared;</v></c></row>";
        assertThatThrownBy(() -> Uploads.values(Uploads.of(XlsxBuilder.workbook(HEADER + row, "<sst/>"))))
                .isInstanceOf(UnreadableFile.class);
    }

    @Test
    void aZipBombIsRefusedWhereItStopsLookingLikeATable() {
        String row = XlsxBuilder.row("a", "b");
        byte[] file = XlsxBuilder.workbook(
                out -> repeat(out, "<worksheet><sheetData>" + HEADER, row.repeat(100), 20_000), text("<sst/>"));
        assertThat(file.length).isLessThan(1 << 20);
        refused(file, "file.inflatesTooMuch");
    }

    @Test
    void partsThatTogetherInflateBeyondTheLimitAreRefused() {
        byte[] file = XlsxBuilder.workbook(HEADER + XlsxBuilder.row("a", "b").repeat(2_000), "<sst/>");
        FileLimits small = new FileLimits(500, 100_000, 1 << 20, 1 << 30, 10_000, 200, 1 << 20);
        assertThatThrownBy(() -> TabularFile.open(Uploads.of(file), FileHints.none(), small, Uploads.spool()))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("file.inflatesTooMuch"));
    }

    @Test
    void aBombInTheSharedTextsIsRefused() {
        byte[] file = XlsxBuilder.workbook(
                text(XlsxBuilder.sheet(HEADER)), out -> repeat(out, "<sst>", "<si><t>x</t></si>".repeat(1000), 5_000));
        refused(file, "file.inflatesTooMuch");
    }

    @Test
    void moreSharedTextsThanMemoryIsGivenAreRefused() {
        byte[] file = XlsxBuilder.workbook(HEADER, "<sst>" + "<si><t>text</t></si>".repeat(200_000) + "</sst>");
        FileLimits small = new FileLimits(500, 100_000, 1 << 20, 1 << 30, 1L << 30, 200, 1 << 20);
        assertThatThrownBy(() -> TabularFile.open(Uploads.of(file), FileHints.none(), small, Uploads.spool()))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("file.tooManyTexts"));
    }

    @Test
    void aCellThatClaimsToStandFarToTheRightCostsNothing() {
        refused(
                XlsxBuilder.workbook(HEADER + "<row><c r=\"ZZZZZZ2\" t=\"str\"><v>x</v></c></row>", "<sst/>"),
                "file.tooManyColumns");
    }

    @Test
    void aMillionCellsInARowAreRefused() {
        byte[] file = XlsxBuilder.workbook(
                out -> repeat(out, "<worksheet><sheetData><row>", "<c t=\"str\"><v>x</v></c>".repeat(1000), 1000),
                text("<sst/>"));
        refused(file, "file.tooManyColumns");
    }

    @ParameterizedTest
    @CsvSource({
        "<row><c t='str'><v>, x",
        "<row><c t='str'><v><![CDATA[, <a></a>",
        "<row><c t='str'><v><![CDATA[ --> , <a></a>",
        "<row><c t='str'><v><!-- , <a></a>",
        "<row><c t='str'><v><!-- ]]> , <a></a>",
        "<row><c r=', A",
        "<row><c, c"
    })
    void aTextOrMarkupWithoutEndIsRefusedBeforeTheParserHoldsIt(String opening, String filler) {
        byte[] file = XlsxBuilder.workbook(
                out -> repeat(out, "<worksheet><sheetData>" + HEADER + opening, filler.repeat(1000), 3_000),
                text("<sst/>"));
        refused(file, "file.markupTooLong");
    }

    @Test
    void aVeryLongTextSpoilsItsRowOnly() {
        String data = HEADER + XlsxBuilder.row("x".repeat(100_001), "") + XlsxBuilder.row("y", "");
        try (TabularFile file = Uploads.open(Uploads.of(XlsxBuilder.workbook(data, "<sst/>")))) {
            List<Row> rows = Uploads.rows(file);
            assertThat(rows.get(0).fault()).map(CellFault::code).contains("cell.tooLong");
            assertThat(rows.get(1).fault()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<row><c t=\"s\"><v>7</v></c></row>", "<row><c r=\"7\"><v>1</v></c></row>", "<row><c></row>"})
    void whatPointsNowhereIsDamage(String row) {
        refused(XlsxBuilder.workbook(HEADER + row, "<sst/>"), "file.damaged");
    }

    @Test
    void aZipThatHoldsNoWorkbookIsNamedAsSuch() {
        refused(new XlsxBuilder().part("hello.txt", "hello").bytes(), "file.notAWorkbook");
    }

    @Test
    void aCutOffFileIsDamaged() {
        byte[] whole = XlsxBuilder.workbook(HEADER, "<sst/>");
        refused(java.util.Arrays.copyOf(whole, whole.length / 2), "file.damaged");
    }

    @Test
    void aTableOfContentsTooLargeForAWorkbookIsNotLoaded() {
        byte[] file = XlsxBuilder.workbook(HEADER, "<sst/>");
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 22 + 12, 500 << 20);
        refused(file, "file.tooManyParts");
    }

    /** Shows that the attack works where nobody guards against it. */
    private static String readByACarelessParser(String xml) {
        try {
            var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
            var source = new org.xml.sax.InputSource(new java.io.StringReader(xml));
            return factory.newDocumentBuilder()
                    .parse(source)
                    .getDocumentElement()
                    .getTextContent();
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static XlsxBuilder.Content text(String content) {
        return out -> out.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void repeat(OutputStream out, String start, String piece, int times) throws IOException {
        out.write(start.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            out.write(bytes);
        }
    }

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> Uploads.values(Uploads.of(file)))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
