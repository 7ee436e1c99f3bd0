package io.guanxi.kernel.view;

import io.guanxi.kernel.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of a view as the JSON that the database keeps. */
final class SettingsText {

    private SettingsText() {}

    static String write(ViewSettings settings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("columns", tree(settings.columns()));
        tree.put("filter", settings.filter());
        tree.put("sort", settings.sort());
        tree.put("groupBy", settings.groupBy());
        tree.put(
                "colours",
                settings.colours().stream()
                        .map(rule -> Map.of(
                                "filter", rule.filter(), "colour", rule.colour().name()))
                        .toList());
        tree.put("form", settings.form().name());
        tree.put("formField", settings.formField());
        return JsonTree.write(tree);
    }

    static ViewSettings read(String text) {
        Map<String, Object> tree = JsonTree.readObject(text);
        return new ViewSettings(
                columns((List<?>) tree.get("columns")),
                (String) tree.get("filter"),
                (String) tree.get("sort"),
                (String) tree.get("groupBy"),
                ((List<?>) tree.get("colours"))
                        .stream()
                                .map(rule -> (Map<?, ?>) rule)
                                .map(rule -> new ColourRule(
                                        (String) rule.get("filter"), RowColour.valueOf((String) rule.get("colour"))))
                                .toList(),
                ViewForm.valueOf((String) tree.get("form")),
                (String) tree.get("formField"));
    }

    static String write(List<ViewColumn> columns) {
        return JsonTree.write(tree(columns));
    }

    static List<ViewColumn> readColumns(String text) {
        return columns(JsonTree.readArray(text));
    }

    private static List<Map<String, Object>> tree(List<ViewColumn> columns) {
        return columns.stream()
                .map(column -> Map.<String, Object>of("field", column.field(), "width", column.width()))
                .toList();
    }

    private static List<ViewColumn> columns(List<?> tree) {
        return tree.stream()
                .map(column -> (Map<?, ?>) column)
                .map(column -> new ViewColumn((String) column.get("field"), ((Number) column.get("width")).intValue()))
                .toList();
    }
}
