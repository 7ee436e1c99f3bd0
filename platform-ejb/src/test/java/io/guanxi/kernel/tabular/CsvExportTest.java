package io.guanxi.kernel.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "-"})
    void whatASpreadsheetWouldRunIsMadePlain(String formula) {
        assertThat(CsvExport.neutralised(formula)).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12.50", "+8613800138000", "-1,5", "Acme = Beta", "a@b.example", "", "'quoted'"})
    void plainNumbersAndTextsStayAsTheyAre(String value) {
        assertThat(CsvExport.neutralised(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-", "-12.50", "'quoted'", "'s-Hertogenbosch", "'", ""})
    void anExportComesBackAsItWas(String value) {
        assertThat(CsvExport.restored(CsvExport.neutralised(value))).isEqualTo(value);
    }

    @Test
    void rowsAreWrittenByRfc4180InMarkedUtf8() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvExport export = new CsvExport(out, ',', true)) {
            export.write(List.of("name", "note"));
            export.write(List.of("Müller, \"Söhne\"", "two\nlines"));
            export.write(List.of("客户", "=1"));
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFname,note\r\n\"Müller, \"\"Söhne\"\"\",\"two\nlines\"\r\n客户,'=1\r\n");
    }

    @Test
    void aByteOrderMarkIsWrittenOnlyWhenAskedFor() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvExport export = new CsvExport(out, ';', false)) {
            export.write(List.of("a", "b"));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a;b\r\n");
    }
}
