package io.guanxi.kernel.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileDetectionTest {

    private static final String CHINESE = "编号,客户名称,城市\n1,环球电子有限公司,上海\n2,新塘制衣厂,广州\n";
    private static final String WESTERN = "id,name,city\n1,Café Málaga,Zürich\n2,Spécialités São João,Besançon\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
    void chineseTextIsReadInItsEncodingWithoutBeingTold(String charset) {
        assertDetected(CHINESE, Charset.forName(charset), "环球电子有限公司");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void accentedTextIsReadInItsEncodingWithoutBeingTold(String charset) {
        assertDetected(WESTERN, Charset.forName(charset), "Café Málaga");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESCRIÇÃO,OBSERVAÇÃO,RELAÇÕES", "Müller", "GRÖSSE,MAß", "España,AÑO", "10 €,“quoted”"})
    void fewAccentedLettersAreNotTakenForChinese(String text) {
        assertThat(EncodingDetector.detect(text.getBytes(EncodingDetector.WINDOWS_1252)))
                .isEqualTo(EncodingDetector.WINDOWS_1252);
    }

    @ParameterizedTest
    @ValueSource(strings = {"客户", "A座,B座", "电话,Tel", "iPhone手机Pro,1", "朱镕基,喆,堃,上海市"})
    void fewChineseCharactersAreNotTakenForAccentedLetters(String text) {
        assertThat(EncodingDetector.detect(text.getBytes(EncodingDetector.GB18030)))
                .isEqualTo(EncodingDetector.GB18030);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void theByteOrderMarkIsNoPartOfTheFirstHeading(String charset) {
        try (TabularFile file = Uploads.open(Uploads.of("\uFEFF" + CHINESE, Charset.forName(charset)))) {
            assertThat(file.format().encoding()).contains(Charset.forName(charset));
            assertThat(Uploads.names(file)).containsExactly("编号", "客户名称", "城市");
        }
    }

    @Test
    void anEncodingThatShowsOnlyDeepInTheFileIsFound() {
        String plain = "id,name\n" + "1,plain text\n".repeat(40_000);
        try (TabularFile file = Uploads.open(Uploads.of(plain + "2,环球电子有限公司\n", EncodingDetector.GB18030))) {
            assertThat(file.format().encoding()).contains(EncodingDetector.GB18030);
        }
    }

    @Test
    void theEncodingAPersonNamesIsUsed() {
        FileHints hints = FileHints.none().withEncoding(StandardCharsets.ISO_8859_1);
        try (TabularFile file = Uploads.open(Uploads.of("name\nGrün\n", StandardCharsets.UTF_8), hints)) {
            assertThat(Uploads.rows(file).get(0).values()).containsExactly("GrÃ¼n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`a,b,c~1,2,3~`, `,`",
                "`a;b;c~1,5;2,5;3,5~`, ;",
                "`a|b|c~1|2|3~`, |",
                "`one~two~three~`, `,`",
                "`a;b~\"x,y,z,w\";2~\"p,q,r,s\";4~`, ;",
                "`name,size~5\" pipe,2~6\" pipe,3~`, `,`",
            })
    void theDelimiterIsTheOneThatSplitsRowsEvenly(String text, char delimiter) {
        assertThat(DelimiterDetector.detect(text.replace('~', '\n'), true)).isEqualTo(delimiter);
    }

    @Test
    void tabsAreADelimiterToo() {
        assertThat(Uploads.values(Uploads.of("a\tb\nx, y\tz\n")).get(0)).containsExactly("x, y", "z");
    }

    @Test
    void excelsSeparatorLineNamesTheDelimiterAndIsNoRow() {
        try (TabularFile file = Uploads.open(Uploads.of("sep=|\r\nname|city\r\na,b|c\r\n"))) {
            assertThat(Uploads.names(file)).containsExactly("name", "city");
            assertThat(Uploads.rows(file).get(0).values()).containsExactly("a,b", "c");
        }
    }

    @Test
    void theDelimiterAPersonNamesIsUsed() {
        FileHints hints = FileHints.none().withDelimiter(':');
        try (TabularFile file = Uploads.open(Uploads.of("a:b\n1:2\n"), hints)) {
            assertThat(Uploads.names(file)).containsExactly("a", "b");
        }
    }

    @Test
    void aFirstRowOfValuesIsNoHeader() {
        try (TabularFile file =
                Uploads.open(Uploads.of("Acme,info@acme.example,2024-01-31\nBeta,b@beta.example,2024-02-01\n"))) {
            assertThat(file.format().header()).isFalse();
            assertThat(Uploads.rows(file)).hasSize(2);
            assertThat(Uploads.names(file)).containsExactly("", "", "");
        }
    }

    @Test
    void aPersonMaySayThatThereIsNoHeader() {
        try (TabularFile file = Uploads.open(
                Uploads.of("name,city\nAcme,Berlin\n"), FileHints.none().withHeader(false))) {
            assertThat(Uploads.rows(file)).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7 text", "\u0089PNG\r\n", "PK\u0005\u0006 empty", "\u007fELF"})
    void aFileOfAnotherKindIsRefusedWhateverItsName(String head) {
        refused(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void randomBytesAreRefused() {
        byte[] bytes = new byte[10_000];
        new Random(7).nextBytes(bytes);
        assertThatThrownBy(() -> Uploads.open(Uploads.of(bytes)))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("file.binary"));
    }

    @Test
    void oldOrProtectedExcelFilesAreNamedAsSuch() {
        byte[] head = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        assertThatThrownBy(() -> Uploads.open(Uploads.of(head)))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("file.oldOrProtectedExcel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n", ",,,\n,,\n"})
    void aFileWithoutAnyValueIsEmpty(String text) {
        assertThatThrownBy(() -> Uploads.open(Uploads.of(text)))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("file.empty"));
    }

    private static void refused(byte[] bytes) {
        byte[] padded = java.util.Arrays.copyOf(bytes, 200);
        assertThatThrownBy(() -> Uploads.open(Uploads.of(padded))).isInstanceOf(UnreadableFile.class);
    }

    private static void assertDetected(String text, Charset charset, String name) {
        try (TabularFile file = Uploads.open(Uploads.of(text, charset))) {
            assertThat(file.format().encoding()).contains(charset);
            assertThat(Uploads.rows(file).get(0).values()).contains(name);
        }
    }
}
