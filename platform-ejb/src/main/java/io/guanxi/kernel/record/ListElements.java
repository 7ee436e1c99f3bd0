package io.guanxi.kernel.record;

import io.guanxi.kernel.json.JsonTree;
import java.util.Map;

/** Reads the JSON of list attributes. */
public final class ListElements {

    private ListElements() {}

    /** A member of the first element; null when the list is empty or the element has none. */
    public static String first(String json, String member) {
        return json == null
                ? null
                : (String) ((Map<?, ?>) JsonTree.readArray(json).get(0)).get(member);
    }
}
