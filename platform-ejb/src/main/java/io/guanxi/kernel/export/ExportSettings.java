package io.guanxi.kernel.export;

import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.query.RecordSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An export request as the JSON that its job keeps. */
final class ExportSettings {

    private ExportSettings() {}

    static String write(ExportRequest request) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("object", request.object());
        tree.put("selection", request.selection().tree());
        tree.put("fields", new ArrayList<Object>(request.fields()));
        tree.put("format", request.format().name());
        return JsonTree.write(tree);
    }

    static ExportRequest read(String json) {
        Map<String, Object> tree = JsonTree.readObject(json);
        return new ExportRequest(
                (String) tree.get("object"),
                RecordSelection.of((Map<?, ?>) tree.get("selection")),
                ((List<?>) tree.get("fields")).stream().map(String::valueOf).toList(),
                ExportFormat.valueOf((String) tree.get("format")));
    }
}
