package io.guanxi.kernel.imports;

import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.tabular.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the columns of a kind of file fill, by their headings: one that somebody has saved, or one that the product has ready
 * for the exports of another.
 *
 * @param id       outer id; of one that is ready the name of the program whose exports it fits
 * @param object   name of the object of the rows
 * @param version  counts changes; 0 of one that is ready
 * @param name     that people gave it; empty of one that is ready
 * @param shared   everybody in the company sees it
 * @param own      the caller has saved it
 * @param editable the caller may change and delete it
 * @param signs    headings by which files of one that is ready are known; empty of a saved one
 * @param columns  path of the target by heading, in the order of the file; empty for a column that is left out
 */
public record SavedMapping(
        String id,
        String object,
        long version,
        String name,
        boolean shared,
        boolean own,
        boolean editable,
        List<String> signs,
        Map<String, String> columns) {

    static SavedMapping ready(String id, String object, List<String> signs, Map<String, String> columns) {
        return new SavedMapping(id, object, 0, "", true, false, false, signs, columns);
    }

    /** Comes with the product. */
    public boolean isReady() {
        return !signs.isEmpty();
    }

    /** What the reader knows it as. */
    public String title(Locale locale) {
        return isReady() ? Labels.error("import.ready." + id, locale) : name;
    }

    /** Whether a file is of the kind it was made for: with exactly its headings in any order, or with the signs of a program. */
    boolean isMeantFor(List<Column> file) {
        return isReady()
                ? headings(file).containsAll(joined(signs))
                : headings(file).equals(joined(columns.keySet()));
    }

    /** Whether a file has all that is mapped, or the signs of the program. */
    boolean fits(List<Column> file) {
        return missing(file).isEmpty();
    }

    /**
     * @throws InvalidMapping that names the first column that a file lacks
     */
    void requireFit(List<Column> file) {
        missing(file).ifPresent(heading -> {
            throw new InvalidMapping("import.unknownColumn", heading);
        });
    }

    private Optional<String> missing(List<Column> file) {
        Set<String> there = headings(file);
        Stream<String> needed = isReady()
                ? signs.stream()
                : columns.keySet().stream()
                        .filter(heading -> !columns.get(heading).isEmpty());
        return needed.filter(heading -> !there.contains(Heading.of(heading).joined()))
                .findFirst();
    }

    /**
     * The mapping of a file. Targets that are gone since are left out; what a mapping that is ready does not know is guessed.
     */
    Mapping on(List<Column> file, List<ImportTarget> targets) {
        Set<String> known = targets.stream().map(ImportTarget::path).collect(Collectors.toSet());
        Map<String, String> paths = new HashMap<>();
        columns.forEach((heading, path) -> paths.put(Heading.of(heading).joined(), path));
        Set<String> used = new HashSet<>();
        Set<Integer> told = new HashSet<>();
        List<ColumnMapping> mapped = new ArrayList<>();
        for (Column column : file) {
            String path = paths.get(Heading.of(column.name()).joined());
            if (path != null) {
                told.add(column.index());
                if (known.contains(path) && used.add(path)) {
                    mapped.add(new ColumnMapping(column.index(), path));
                }
            }
        }
        if (isReady()) {
            new MappingSuggester(targets)
                    .suggest(file).columns().stream()
                            .filter(guess -> !told.contains(guess.column()) && used.add(guess.path()))
                            .forEach(mapped::add);
        }
        return new Mapping(List.copyOf(mapped));
    }

    private static Set<String> headings(List<Column> file) {
        return joined(file.stream().map(Column::name).toList());
    }

    private static Set<String> joined(Iterable<String> headings) {
        Set<String> joined = new HashSet<>();
        headings.forEach(heading -> joined.add(Heading.of(heading).joined()));
        joined.remove("");
        return joined;
    }
}
