package io.guanxi.kernel.imports;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.record.LookUp;
import io.guanxi.kernel.tabular.Row;
import io.guanxi.kernel.tabular.RowCursor;
import io.guanxi.kernel.tabular.TabularFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Turns rows of one file into inputs for records. Gives the same inputs for the same file, mapping and options, so a job
 * may start again anywhere. For one thread at a time or many: it keeps nothing of a row.
 */
public final class RowTranslator {

    /** Rows that tell how a column writes numbers and dates. */
    private static final int SAMPLE = 1000;

    private final Map<Integer, Cell> cells = new TreeMap<>();
    private final ImportOptions options;
    private final CellCleaner cleaner;
    private final DateText dates;

    /** A mapped column. */
    private record Cell(ImportTarget target, TargetPath path, ColumnProfile profile) {}

    /**
     * Reads the first thousand rows of the file.
     *
     * @throws InvalidMapping when the mapping does not fit the file or the targets
     */
    public RowTranslator(TabularFile file, Mapping mapping, List<ImportTarget> targets, ImportOptions options) {
        Map<Integer, ImportTarget> resolved =
                mapping.resolve(targets, file.columns().size());
        this.options = options;
        this.cleaner = new CellCleaner(options.emptyWords());
        this.dates = new DateText(options.datePatterns(), options.zone());
        List<Row> sample = sample(file);
        boolean dayFirst = DateText.isDayFirst(options.defaultCountry());
        resolved.forEach((column, target) -> {
            List<String> values =
                    sample.stream().map(row -> row.values().get(column)).toList();
            cells.put(column, new Cell(target, target.parsedPath(), ColumnProfile.of(values, dayFirst)));
        });
    }

    public TranslatedRow translate(Row row) {
        if (row.fault().isPresent()) {
            return new TranslatedRow(
                    row.number(),
                    row.line(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    List.of(row.fault().get()),
                    List.of());
        }
        Map<Integer, String> texts = new TreeMap<>();
        cells.keySet()
                .forEach(column -> cleaner.clean(row.values().get(column)).ifPresent(text -> texts.put(column, text)));
        Map<String, String> countries = countries(texts);
        CellTranslator translator = new CellTranslator(options, dates);
        Map<String, Map<String, Object>> inputs = new LinkedHashMap<>();
        texts.forEach((column, text) -> {
            Cell cell = cells.get(column);
            Optional<String> country = Optional.ofNullable(countries.get(cell.path.companion()))
                    .or(() -> countries.values().stream().findFirst());
            translator
                    .value(column, cell.target, text, cell.profile, country)
                    .ifPresent(value -> put(inputs, cell, value));
        });
        Map<String, Object> record = Optional.ofNullable(inputs.remove("")).orElseGet(LinkedHashMap::new);
        Optional<String> externalId = Optional.ofNullable((String) record.remove(TargetPath.EXTERNAL_ID));
        return new TranslatedRow(
                row.number(), row.line(), externalId, record, inputs, translator.faults(), translator.warnings());
    }

    private static void put(Map<String, Map<String, Object>> inputs, Cell cell, Object value) {
        TargetPath path = cell.path;
        Map<String, Object> input = inputs.computeIfAbsent(path.companion(), name -> new LinkedHashMap<>());
        if (cell.target.type() == FieldType.REFERENCE) {
            input.putIfAbsent(path.field(), new LookUp(path.label(), (String) value));
        } else if (path.field().equals(TargetPath.FULL_NAME)) {
            PersonNameText.parts((String) value).forEach(input::putIfAbsent);
        } else {
            path.put(input, value);
        }
    }

    /** The country each object of the row names, by companion. */
    private Map<String, String> countries(Map<Integer, String> texts) {
        Map<String, String> countries = new HashMap<>();
        texts.forEach((column, text) -> {
            Cell cell = cells.get(column);
            if (cell.target.type() == FieldType.COUNTRY) {
                Countries.code(text).ifPresent(code -> countries.putIfAbsent(cell.path.companion(), code));
            }
        });
        return countries;
    }

    private static List<Row> sample(TabularFile file) {
        try (RowCursor rows = file.rows()) {
            return rows.stream()
                    .limit(SAMPLE)
                    .filter(row -> row.fault().isEmpty())
                    .toList();
        }
    }
}
