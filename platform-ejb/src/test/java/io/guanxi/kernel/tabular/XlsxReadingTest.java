package io.guanxi.kernel.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxReadingTest {

    @Test
    void cellsOfEveryTypeBecomeTheirPlainText() {
        byte[] file = written(book -> {
            Worksheet sheet = book.newWorksheet("Customers");
            List<String> names = List.of("name", "phone", "spend", "since", "seen", "active", "total");
            for (int i = 0; i < names.size(); i++) {
                sheet.value(0, i, names.get(i));
            }
            sheet.value(1, 0, "环球电子 & Söhne");
            sheet.value(1, 1, 13800138000L);
            sheet.value(1, 2, 1234.1 + 0.1);
            sheet.value(1, 3, LocalDate.of(2024, 2, 29));
            sheet.style(1, 3).format("yyyy-mm-dd").set();
            sheet.value(1, 4, LocalDateTime.of(2024, 2, 29, 13, 45, 30));
            sheet.style(1, 4).format("d.m.yy h:mm").set();
            sheet.value(1, 5, true);
            sheet.formula(1, 6, "SUM(C2:C2)");
            sheet.value(3, 0, "after a blank row");
            sheet.inlineString(3, 1, "  inline ");
        });
        try (TabularFile table = Uploads.open(Uploads.of(file))) {
            List<Row> rows = Uploads.rows(table);
            assertThat(rows.get(0).values())
                    .containsExactly(
                            "环球电子 & Söhne", "13800138000", "1234.2", "2024-02-29", "2024-02-29T13:45:30", "true", "");
            assertThat(rows.get(1).values()).startsWith("after a blank row", "  inline ", "");
            assertThat(rows).extracting(Row::number).containsExactly(1L, 2L);
            assertThat(rows).extracting(Row::line).containsExactly(2L, 4L);
        }
    }

    @Test
    void aSheetIsChosenByItsName() {
        byte[] file = written(book -> {
            book.newWorksheet("First").value(0, 0, "first");
            book.newWorksheet("客户").value(0, 0, "second");
        });
        try (TabularFile table = Uploads.open(Uploads.of(file), FileHints.none().withSheet("客户"))) {
            assertThat(table.format().sheets()).containsExactly("First", "客户");
            assertThat(Uploads.names(table)).containsExactly("second");
        }
        assertThatThrownBy(() -> Uploads.open(Uploads.of(file), FileHints.none().withSheet("Third")))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("file.noSuchSheet"));
    }

    @Test
    void cellsWithoutAddressesErrorsAndRichTextsAreRead() {
        String data = XlsxBuilder.row("name", "state", "kana")
                + "<row><c t=\"s\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>"
                + "<c t=\"inlineStr\"><is><r><t>東</t></r><r><t>京</t></r><rPh><t>とう</t></rPh></is></c></row>";
        byte[] file = XlsxBuilder.workbook(data, "<sst><si><t>two_x000A_lines</t></si></sst>");
        assertThat(Uploads.values(Uploads.of(file)).get(0)).containsExactly("two\nlines", "#N/A", "東京");
    }

    @Test
    void emptyFormattedCellsFarToTheRightAreNoColumns() {
        String data = "<row><c r=\"A1\" t=\"str\"><v>name</v></c><c r=\"XFD1\" s=\"3\"/></row>" + XlsxBuilder.row("x");
        try (TabularFile table = Uploads.open(Uploads.of(XlsxBuilder.workbook(data, "<sst/>")))) {
            assertThat(table.columns()).hasSize(1);
        }
    }

    @Test
    void theTemporaryCopyIsGoneAfterwards(@TempDir Path spool) throws IOException {
        FileSource good = Uploads.of(written(book -> book.newWorksheet("A").value(0, 0, "x")));
        try (TabularFile table = TabularFile.open(good, FileHints.none(), FileLimits.STANDARD, spool)) {
            assertThat(table.columns()).hasSize(1);
            assertThat(spool).isNotEmptyDirectory();
        }
        FileSource bad = Uploads.of("PK\u0003\u0004 and then nothing of a zip file");
        assertThatThrownBy(() -> TabularFile.open(bad, FileHints.none(), FileLimits.STANDARD, spool))
                .isInstanceOf(UnreadableFile.class);
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01",
        "59, 1900-02-28",
        "61, 1900-03-01",
        "45351, 2024-02-29",
        "45351.75, 2024-02-29T18:00:00",
        "0.5, 12:00:00",
        "-1, -1",
        "1E+300, 1000"
    })
    void daysAreCountedAsSpreadsheetsDo(String serial, String expected) {
        assertThat(CellText.date(serial, false)).startsWith(expected);
    }

    @Test
    void daysOfOldMacWorkbooksAreCountedFrom1904() {
        assertThat(CellText.date("0", true)).isEqualTo("1904-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "1E3, 1000",
        "100, 100",
        "-0, 0",
        "1E+999999999, 1E+999999999",
        "NaN, NaN"
    })
    void numbersAreShownAsTheSpreadsheetShowsThem(String raw, String expected) {
        assertThat(CellText.number(raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "yyyy\"年\"m\"月\"d\"日\" ! true",
                "[$-409]d-mmm-yy ! true",
                "h:mm AM/PM ! true",
                "[h]:mm:ss ! false",
                "#,##0.00 \"days\" ! false",
                "[Red]0.0 ! false",
                "General ! false"
            })
    void dateFormatsAreToldFromNumberFormats(String code, boolean date) {
        assertThat(CellFormats.showsDate(code)).isEqualTo(date);
    }

    private static byte[] written(Consumer<Workbook> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
