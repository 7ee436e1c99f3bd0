package io.guanxi.kernel.bulk;

import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.query.RecordSelection;
import io.guanxi.kernel.record.BulkEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be done to which records.
 *
 * @param object    object of the records
 * @param selection which of them; its order is of no account
 * @param edit      what is done to each
 */
public record BulkRequest(String object, RecordSelection selection, BulkEdit edit) {

    /** The JSON that the job keeps. */
    String write() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("object", object);
        tree.put("selection", selection.tree());
        tree.put("action", edit.action().name());
        tree.put("set", edit.set());
        tree.put("addTags", new ArrayList<Object>(edit.addTags()));
        tree.put("removeTags", new ArrayList<Object>(edit.removeTags()));
        return JsonTree.write(tree);
    }

    static BulkRequest read(String json) {
        Map<String, Object> tree = JsonTree.readObject(json);
        Map<String, Object> set = new LinkedHashMap<>();
        ((Map<?, ?>) tree.get("set")).forEach((name, value) -> set.put((String) name, value));
        return new BulkRequest(
                (String) tree.get("object"),
                RecordSelection.of((Map<?, ?>) tree.get("selection")),
                new BulkEdit(
                        BulkEdit.Action.valueOf((String) tree.get("action")),
                        set,
                        names(tree.get("addTags")),
                        names(tree.get("removeTags"))));
    }

    private static List<String> names(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
