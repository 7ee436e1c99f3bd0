package io.guanxi.kernel.imports;

import io.guanxi.kernel.duplicate.RowSuspects;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.job.RowErrors;
import io.guanxi.kernel.tabular.CellFault;
import io.guanxi.kernel.tabular.Column;
import io.guanxi.kernel.tabular.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which column of the file an error belongs to: people know their columns, not our fields. */
final class RowFaults {

    private final List<Column> columns;
    private final Mapping mapping;

    RowFaults(List<Column> columns, Mapping mapping) {
        this.columns = columns;
        this.mapping = mapping;
    }

    /** All that is to be told of a row, in order: what was left out, what its cells have, what its input has. */
    List<RowErrors.Entry> of(Row row, List<CellFault> warnings, List<CellFault> faults, List<FieldError> errors) {
        List<RowErrors.Entry> entries = new ArrayList<>();
        warnings.forEach(fault -> entries.add(ofCell(row, entries.size(), RowErrors.Severity.WARNING, fault)));
        faults.forEach(fault -> entries.add(ofCell(row, entries.size(), RowErrors.Severity.ERROR, fault)));
        errors.forEach(error -> entries.add(new RowErrors.Entry(
                row.line(),
                entries.size(),
                RowErrors.Severity.ERROR,
                column(error).orElse(error.member()),
                error.code(),
                error.args(),
                row.values())));
        return entries;
    }

    /** The one more warning that a new row seems to be there already. */
    RowErrors.Entry suspected(Row row, int ordinal, String column, RowSuspects.Suspect suspect) {
        return new RowErrors.Entry(
                row.line(),
                ordinal,
                RowErrors.Severity.WARNING,
                column(FieldError.of("/" + column, "import.suspect")).orElse(null),
                "import.suspect",
                List.of(suspect.title(), suspect.score()),
                row.values());
    }

    private RowErrors.Entry ofCell(Row row, int ordinal, RowErrors.Severity severity, CellFault fault) {
        String column = fault.column() == CellFault.WHOLE_ROW ? null : name(fault.column());
        return new RowErrors.Entry(row.line(), ordinal, severity, column, fault.code(), fault.args(), row.values());
    }

    /** The column that fills the member the error points to; the first when several do. */
    private Optional<String> column(FieldError error) {
        String path =
                error.pointer().substring(Math.min(1, error.pointer().length())).replace('/', '.');
        return mapping.columns().stream()
                .filter(column -> {
                    String plain = column.path().replaceAll("\\[[^]]*]", "");
                    return path.equals(plain) || path.startsWith(plain + ".") || plain.startsWith(error.member() + ".");
                })
                .findFirst()
                .map(column -> name(column.column()));
    }

    private String name(int column) {
        String name = columns.get(column).name();
        return name.isEmpty() ? String.valueOf(column + 1) : name;
    }
}
