package io.guanxi.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.tabular.Column;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static final List<ImportTarget> TARGETS = List.of(
            new ImportTarget("name", "Name", List.of(), FieldType.TEXT, true),
            new ImportTarget("phones[work]", "Phone", List.of(), FieldType.PHONE, false));

    @Test
    void aSavedMappingFindsItsColumnsWhereverTheyStand() {
        List<Column> columns = List.of(new Column(0, "Tel"), new Column(1, "Company Name"));
        Mapping mapping = Mapping.byHeading(Map.of("companyName", "name"), columns);
        assertThat(mapping.columns()).containsExactly(new ColumnMapping(1, "name"));
    }

    @Test
    void aSavedMappingForAnotherFileIsRefused() {
        List<Column> columns = List.of(new Column(0, "Tel"));
        refused(() -> Mapping.byHeading(Map.of("Company", "name"), columns), "import.unknownColumn");
    }

    @Test
    void mappingsThatFitNeitherFileNorTargetsAreRefused() {
        refused(() -> resolve(new ColumnMapping(0, "password")), "import.unknownTarget");
        refused(() -> resolve(new ColumnMapping(9, "name")), "import.unknownColumn");
        refused(() -> resolve(new ColumnMapping(-1, "name")), "import.unknownColumn");
        refused(() -> resolve(new ColumnMapping(0, "name"), new ColumnMapping(1, "name")), "import.targetTwice");
        refused(
                () -> resolve(new ColumnMapping(0, "name"), new ColumnMapping(0, "phones[work]")),
                "import.columnTwice");
        refused(() -> resolve(), "import.nothingMapped");
    }

    private static void resolve(ColumnMapping... columns) {
        new Mapping(List.of(columns)).resolve(TARGETS, 2);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidMapping.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
