package io.guanxi.integrations.rest.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the objects of the document. */
final class Node {

    private Node() {}

    /** Members as names and values in turn; those without a value are left out. */
    static Map<String, Object> of(Object... members) {
        Map<String, Object> node = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            if (members[i + 1] != null) {
                node.put((String) members[i], members[i + 1]);
            }
        }
        return node;
    }

    static Map<String, Object> ref(String kind, String name) {
        return of("$ref", "#/components/" + kind + "/" + name);
    }

    static Map<String, Object> schema(String name) {
        return ref("schemas", name);
    }

    /** Content of one media type. */
    static Map<String, Object> content(String mediaType, Map<String, Object> schema) {
        return of(mediaType, of("schema", schema));
    }
}
