package io.guanxi.kernel.imports;

import io.guanxi.kernel.tabular.Column;
import io.guanxi.kernel.tabular.FileFormat;
import io.guanxi.kernel.tabular.Row;
import io.guanxi.kernel.tabular.RowCursor;
import io.guanxi.kernel.tabular.TabularFile;
import java.util.Comparator;
import java.util.List;

/**
 * What a person sees of a file before deciding.
 *
 * @param format    how the file is read
 * @param columns   with some of their values
 * @param rows      the cells of the first ones as they will be understood; empty when a cell says nothing
 * @param suggested what each column seems to fill
 * @param offers    mappings that fit the file, the one that was made for it first
 */
public record ImportPreview(
        FileFormat format,
        List<ColumnPreview> columns,
        List<List<String>> rows,
        Mapping suggested,
        List<Offer> offers) {

    private static final int ROWS = 20;
    private static final int SAMPLES = 3;
    private static final int SEARCHED = 200;

    /**
     * A column with some of its values.
     *
     * @param index   position from 0
     * @param name    heading; empty when the file gives none
     * @param samples the first different values, at most three
     */
    public record ColumnPreview(int index, String name, List<String> samples) {}

    /**
     * A mapping that fits the file.
     *
     * @param mapping it applied to the file
     * @param meant   the file is of the kind it was made for
     */
    public record Offer(SavedMapping saved, Mapping mapping, boolean meant) {}

    /**
     * @param targets what columns may fill, the more important first
     * @param saved   mappings to choose from, those to be preferred first
     */
    public static ImportPreview of(TabularFile file, List<ImportTarget> targets, List<SavedMapping> saved) {
        List<Row> first;
        try (RowCursor rows = file.rows()) {
            first = rows.stream().limit(SEARCHED).toList();
        }
        CellCleaner cleaner = new CellCleaner(ImportOptions.standard().emptyWords());
        List<ColumnPreview> columns = file.columns().stream()
                .map(column -> new ColumnPreview(column.index(), column.name(), samples(column, first, cleaner)))
                .toList();
        return new ImportPreview(
                file.format(),
                columns,
                first.stream().limit(ROWS).map(row -> cells(row, cleaner)).toList(),
                new MappingSuggester(targets).suggest(file.columns()),
                saved.stream()
                        .filter(mapping -> mapping.fits(file.columns()))
                        .map(mapping -> new Offer(
                                mapping, mapping.on(file.columns(), targets), mapping.isMeantFor(file.columns())))
                        .sorted(Comparator.comparing(Offer::meant).reversed())
                        .toList());
    }

    private static List<String> cells(Row row, CellCleaner cleaner) {
        return row.values().stream()
                .map(value -> cleaner.clean(value).orElse(""))
                .toList();
    }

    private static List<String> samples(Column column, List<Row> rows, CellCleaner cleaner) {
        return rows.stream()
                .map(row -> row.values().get(column.index()))
                .flatMap(value -> cleaner.clean(value).stream())
                .distinct()
                .limit(SAMPLES)
                .toList();
    }
}
