package io.guanxi.kernel.imports;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.record.TextRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a mapping must be to be kept; tells everything that is wrong at once, each thing with its pointer. */
public final class MappingRules {

    public static final int MAX_NAME = 80;
    public static final int MAX_COLUMNS = 500;
    public static final int MAX_HEADING = 200;

    private MappingRules() {}

    /**
     * @throws InvalidRecord when something is wrong
     */
    static void require(List<ImportTarget> targets, String name, Map<String, String> columns) {
        List<FieldError> errors = new ArrayList<>();
        name(name, errors);
        Set<String> known = targets.stream().map(ImportTarget::path).collect(Collectors.toSet());
        Set<String> headings = new HashSet<>();
        Set<String> used = new HashSet<>();
        columns.forEach((heading, path) -> {
            String pointer = "/columns/" + heading.replace("~", "~0").replace("/", "~1");
            Heading plain = Heading.of(heading);
            if (plain.isEmpty() || heading.length() > MAX_HEADING || !headings.add(plain.joined())) {
                errors.add(FieldError.of(pointer, "import.mapping.heading", shortened(heading)));
            }
            if (!path.isEmpty() && !known.contains(path)) {
                errors.add(FieldError.of(pointer, "import.unknownTarget", shortened(path)));
            } else if (!path.isEmpty() && !used.add(path)) {
                errors.add(FieldError.of(pointer, "import.targetTwice", path));
            }
        });
        if (columns.size() > MAX_COLUMNS) {
            errors.add(FieldError.of("/columns", "import.mapping.tooMany", MAX_COLUMNS));
        } else if (columns.values().stream().allMatch(String::isEmpty)) {
            errors.add(FieldError.of("/columns", "import.nothingMapped"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }

    private static void name(String name, List<FieldError> errors) {
        if (name == null || name.isBlank()) {
            errors.add(FieldError.of("/name", "required"));
        } else if (name.length() > MAX_NAME) {
            errors.add(FieldError.of("/name", "text.tooLong", MAX_NAME));
        } else if (TextRules.hasForbidden(name, false)) {
            errors.add(FieldError.of("/name", "text.forbidden"));
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(MAX_HEADING, text.length()));
    }
}
