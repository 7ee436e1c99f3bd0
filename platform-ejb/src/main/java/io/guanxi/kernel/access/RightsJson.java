package io.guanxi.kernel.access;

import io.guanxi.kernel.json.JsonTree;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rights as JSON, as they are stored and as REST tells them. */
public final class RightsJson {

    private static final String FEATURES = "features";
    private static final String OTHERWISE = "otherwise";
    private static final String COMMON = "common";
    private static final String OBJECTS = "objects";

    private RightsJson() {}

    public static String write(Rights rights) {
        return JsonTree.write(tree(rights));
    }

    public static Rights read(String json) {
        return read(JsonTree.readObject(json));
    }

    /** Rights as maps and texts; what is not said of an object is left out. */
    public static Map<String, Object> tree(Rights rights) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                FEATURES,
                rights.features().stream().map(RightsJson::word).sorted().toList());
        tree.put(OTHERWISE, tree(rights.otherwise()));
        tree.put(COMMON, tree(rights.common()));
        Map<String, Object> objects = new TreeMap<>();
        rights.objects().forEach((name, of) -> objects.put(name, tree(of)));
        tree.put(OBJECTS, objects);
        return tree;
    }

    private static Map<String, Object> tree(ObjectRights rights) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("read", word(rights.read()));
        tree.put("create", rights.create());
        tree.put("update", word(rights.update()));
        tree.put("delete", word(rights.delete()));
        tree.put("export", rights.export());
        tree.put("import", rights.imports());
        Map<String, Object> fields = new TreeMap<>();
        rights.fields().forEach((field, right) -> fields.put(field, word(right)));
        tree.put("fields", fields);
        return tree;
    }

    /**
     * @throws IllegalArgumentException when a word is none of those there are
     */
    public static Rights read(Map<String, Object> tree) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        ((List<?>) tree.getOrDefault(FEATURES, List.of())).forEach(word -> features.add(of(Feature.class, word)));
        Map<String, ObjectRights> objects = new LinkedHashMap<>();
        map(tree.get(OBJECTS)).forEach((name, rights) -> objects.put(name, rights(map(rights))));
        return new Rights(features, rights(map(tree.get(OTHERWISE))), rights(map(tree.get(COMMON))), objects);
    }

    private static ObjectRights rights(Map<String, Object> tree) {
        Map<String, FieldRight> fields = new LinkedHashMap<>();
        map(tree.get("fields")).forEach((field, word) -> fields.put(field, of(FieldRight.class, word)));
        return new ObjectRights(
                scope(tree, "read"),
                Boolean.TRUE.equals(tree.get("create")),
                scope(tree, "update"),
                scope(tree, "delete"),
                Boolean.TRUE.equals(tree.get("export")),
                Boolean.TRUE.equals(tree.get("import")),
                fields);
    }

    private static Scope scope(Map<String, Object> tree, String name) {
        return tree.get(name) == null ? Scope.NONE : of(Scope.class, tree.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object tree) {
        if (tree != null && !(tree instanceof Map)) {
            throw new IllegalArgumentException("no object: " + tree);
        }
        return tree == null ? Map.of() : (Map<String, Object>) tree;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E of(Class<E> type, Object word) {
        return Enum.valueOf(type, String.valueOf(word).toUpperCase(Locale.ROOT));
    }
}
