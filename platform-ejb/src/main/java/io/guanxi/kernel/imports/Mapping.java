package io.guanxi.kernel.imports;

import io.guanxi.kernel.tabular.Column;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which column fills which target; columns without an entry are not imported.
 *
 * @param columns at most one entry per column and per target
 */
public record Mapping(List<ColumnMapping> columns) {

    /**
     * A saved mapping applied to a file.
     *
     * @param paths path of the target by heading; headings compare without case, blanks and punctuation
     * @throws InvalidMapping when the file has no such column
     */
    public static Mapping byHeading(Map<String, String> paths, List<Column> columns) {
        Map<String, Integer> positions = new HashMap<>();
        columns.forEach(
                column -> positions.putIfAbsent(Heading.of(column.name()).joined(), column.index()));
        return new Mapping(paths.entrySet().stream()
                .map(entry -> new ColumnMapping(position(positions, entry.getKey()), entry.getValue()))
                .toList());
    }

    private static int position(Map<String, Integer> positions, String heading) {
        Integer position = positions.get(Heading.of(heading).joined());
        if (position == null) {
            throw new InvalidMapping("import.unknownColumn", heading);
        }
        return position;
    }

    /** What a column fills; empty for nothing. */
    public String path(int column) {
        return columns.stream()
                .filter(mapping -> mapping.column() == column)
                .map(ColumnMapping::path)
                .findFirst()
                .orElse("");
    }

    /**
     * The targets of the mapped columns, by column.
     *
     * @throws InvalidMapping when a target does not exist, a column or target is used twice, a column is not in the
     *                        file, nothing is mapped, or a required target of the object itself has no column
     */
    Map<Integer, ImportTarget> resolve(List<ImportTarget> targets, int width) {
        Map<String, ImportTarget> known =
                targets.stream().collect(Collectors.toMap(ImportTarget::path, Function.identity(), (a, b) -> a));
        Map<Integer, ImportTarget> resolved = new HashMap<>();
        Set<String> used = new HashSet<>();
        for (ColumnMapping mapping : columns) {
            ImportTarget target = Optional.ofNullable(known.get(mapping.path()))
                    .orElseThrow(() -> new InvalidMapping("import.unknownTarget", mapping.path()));
            if (mapping.column() < 0 || mapping.column() >= width) {
                throw new InvalidMapping("import.unknownColumn", mapping.column() + 1);
            }
            if (!used.add(mapping.path())) {
                throw new InvalidMapping("import.targetTwice", target.label());
            }
            if (resolved.put(mapping.column(), target) != null) {
                throw new InvalidMapping("import.columnTwice", mapping.column() + 1);
            }
        }
        if (resolved.isEmpty()) {
            throw new InvalidMapping("import.nothingMapped");
        }
        return resolved;
    }
}
