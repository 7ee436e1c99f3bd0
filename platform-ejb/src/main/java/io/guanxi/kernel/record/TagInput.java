package io.guanxi.kernel.record;

import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.tag.TagAssignments;
import io.guanxi.kernel.tag.Tags;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Arrays of names of tags: at most fifty, each once; commas and semicolons part names in files and are in none. */
final class TagInput {

    static final int MOST = TagAssignments.MOST;

    private static final FieldDescriptor NAME = new FieldDescriptor(
            "name",
            FieldType.TEXT,
            true,
            false,
            Tags.LONGEST_NAME,
            List.of(),
            null,
            false,
            false,
            false,
            false,
            null,
            List.of(),
            false,
            null);

    private TagInput() {}

    /** JSON text of the names; null when there are none. */
    static String parse(Object raw, String pointer, InputErrors errors) {
        if (!(raw instanceof List<?> names)) {
            return (String) errors.add(pointer, "type.list");
        }
        if (names.size() > MOST) {
            return (String) errors.add(pointer, "list.tooLong", MOST);
        }
        Map<String, Object> known = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String at = pointer + "/" + i;
            String name = FieldCodec.text(NAME, names.get(i), at, errors);
            if (name != null && name.matches(".*[,;].*")) {
                errors.add(at, "text.forbidden");
            } else if (name != null) {
                known.putIfAbsent(folded(name), name);
            }
        }
        return known.isEmpty() ? null : JsonTree.write(List.copyOf(known.values()));
    }

    /** Names compare as the database compares them: without case and accents. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
