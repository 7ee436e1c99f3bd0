package io.guanxi.kernel.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvReadingTest {

    @Test
    void aMessyChineseFileIsReadAsItsWriterMeantIt() {
        try (TabularFile file = Uploads.open(Uploads.resource("messy-gb18030.csv"))) {
            assertThat(file.format().encoding()).contains(EncodingDetector.GB18030);
            assertThat(file.format().delimiter()).contains(';');
            assertThat(Uploads.names(file)).containsExactly("客户编号", "客户名称", "联系人", "电话", "地址", "备注");
            List<Row> rows = Uploads.rows(file);
            assertThat(rows).extracting(Row::number).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(rows).extracting(Row::line).containsExactly(2L, 5L, 7L, 8L, 9L);
            assertThat(rows.get(0).values()).endsWith("上海市静安区南京西路1266号\r\n恒隆广场 18 楼", "NULL");
            assertThat(rows.get(1).values()).contains("北京\"华信\"科技").endsWith("他说: \"下周再谈\"");
            assertThat(rows.get(2).values()).containsExactly("GX-003", "广州市新塘制衣厂", "", "N/A", "", "");
            assertThat(rows.get(3).fault()).map(CellFault::code).contains("row.tooManyValues");
            assertThat(rows.get(4).values()).contains("=成都天府食品", "成都市; 武侯区");
        }
    }

    @Test
    void aMarkedFileKeepsQuotedDelimiters() {
        assertThat(Uploads.values(Uploads.resource("marked-utf8.csv")))
                .containsExactly(
                        List.of("Café Zürich", "Zürich", "Switzerland", "044 668 18 00"),
                        List.of("Smith, Jones & Co.", "London", "UK", "020 7946 0018"));
    }

    @Test
    void aFileIsReadAgainFromItsStart() {
        try (TabularFile file = Uploads.open(Uploads.of("name\na\nb\n"))) {
            assertThat(Uploads.rows(file)).isEqualTo(Uploads.rows(file)).hasSize(2);
        }
    }

    @Test
    void unquotedTextWithACommaAndABlankIsPutTogetherAgain() {
        try (TabularFile file = Uploads.open(Uploads.of("name,address,city\nBlondel,24, place Kléber,Strasbourg\n"))) {
            Row row = Uploads.rows(file).get(0);
            assertThat(row.values()).containsExactly("Blondel", "24, place Kléber", "Strasbourg");
            assertThat(row.rejoined()).isTrue();
            assertThat(row.fault()).isEmpty();
        }
    }

    @Test
    void surplusValuesThatCouldBelongAnywhereAreAFaultOfTheirRow() {
        try (TabularFile file = Uploads.open(Uploads.of("name,city\na,b,c\nd,e\nf,g,,,\n"))) {
            List<Row> rows = Uploads.rows(file);
            assertThat(rows.get(0).fault()).map(CellFault::code).contains("row.tooManyValues");
            assertThat(rows.get(1).fault()).isEmpty();
            assertThat(rows.get(2).fault()).isEmpty();
            assertThat(rows.get(2).values()).containsExactly("f", "g");
        }
    }

    @Test
    void aNulSpoilsItsRowOnly() {
        try (TabularFile file = Uploads.open(Uploads.of("name,city\na\0b,c\nd,e\n"))) {
            List<Row> rows = Uploads.rows(file);
            assertThat(rows.get(0).fault()).contains(CellFault.of(0, "cell.containsNul"));
            assertThat(rows.get(0).values().get(0)).doesNotContain("\0");
            assertThat(rows.get(1).fault()).isEmpty();
        }
    }

    @Test
    void bytesThatAreNoCharacterSpoilTheirRowOnly() {
        FileHints hints = FileHints.none().withEncoding(StandardCharsets.UTF_8);
        FileSource latin = Uploads.of("name\nGrün\nRot\n", EncodingDetector.WINDOWS_1252);
        try (TabularFile file = Uploads.open(latin, hints)) {
            assertThat(Uploads.rows(file).get(0).fault()).contains(CellFault.of(0, "cell.undecodable"));
            assertThat(Uploads.rows(file).get(1).fault()).isEmpty();
        }
    }

    @Test
    void textAfterAClosingQuoteIsKept() {
        assertThat(Uploads.values(Uploads.of("name,city\n\"Acme\" Ltd,Leeds\n")).get(0))
                .containsExactly("Acme Ltd", "Leeds");
    }

    @Test
    void aQuoteNeverClosedIsNamedWithItsLine() {
        assertThatThrownBy(() -> Uploads.values(Uploads.of("name,city\na,b\nc,\"d\ne,f\n")))
                .isInstanceOfSatisfying(UnreadableFile.class, e -> {
                    assertThat(e.code()).isEqualTo("file.quoteUnclosed");
                    assertThat(e.args()).containsExactly(3L);
                });
    }

    @Test
    void northwindCustomersAreReadWhereTheyLie() {
        Stream<Path> folders = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent);
        List<Path> found = folders.map(p -> p.resolve("shared/data/northwind/customers.csv"))
                .filter(Files::isReadable)
                .toList();
        if (found.isEmpty()) {
            System.out.println("shared/data does not lie beside this checkout: Northwind was not read");
            return;
        }
        try (TabularFile file = Uploads.open(Uploads.of(found.get(0)))) {
            List<Row> rows = Uploads.rows(file);
            assertThat(file.columns()).hasSize(11);
            assertThat(rows)
                    .hasSize(91)
                    .allSatisfy(row -> assertThat(row.fault()).isEmpty());
            assertThat(rows).filteredOn(Row::rejoined).hasSize(24);
            assertThat(rows).extracting(row -> row.values().get(8)).contains("France", "UK", "Venezuela");
        }
    }
}
