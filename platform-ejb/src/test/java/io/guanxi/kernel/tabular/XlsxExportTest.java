package io.guanxi.kernel.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class XlsxExportTest {

    @Test
    void whatIsWrittenIsReadBackAsTheSameTexts() throws IOException {
        List<List<String>> rows = List.of(
                List.of("环球 & <Söhne>", "=1+1", "0012"),
                List.of("two\nlines", "", " padded "),
                List.of("x", "y", "_x0041_ \u0007"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxExport export = new XlsxExport(out, "客户")) {
            export.write(List.of("name", "formula", "code"));
            for (List<String> row : rows) {
                export.write(row);
            }
        }
        try (TabularFile file = Uploads.open(Uploads.of(out.toByteArray()))) {
            assertThat(file.format().sheet()).contains("客户");
            assertThat(Uploads.rows(file)).extracting(Row::values).isEqualTo(rows);
        }
    }

    @Test
    void manyRowsAreWrittenPieceByPiece() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxExport export = new XlsxExport(out, "Rows")) {
            export.write(List.of("name", "text"));
            for (int i = 0; i < 20_000; i++) {
                export.write(List.of("row " + i, "text"));
            }
        }
        assertThat(Uploads.values(Uploads.of(out.toByteArray())))
                .hasSize(20_000)
                .endsWith(List.of("row 19999", "text"));
    }
}
