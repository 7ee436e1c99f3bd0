package io.guanxi.integrations.rest.openapi;

import java.util.LinkedHashMap;
import java.util.List;
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

    /** Schema of an object with these members, as names and schemas in turn. */
    static Map<String, Object> object(Object... members) {
        return object(of(members));
    }

    static Map<String, Object> object(Map<String, Object> members) {
        return of("type", "object", "properties", members);
    }

    /** Schema of an object that has to have some of its members. */
    static Map<String, Object> object(List<String> required, Object... members) {
        return of("type", "object", "properties", of(members), "required", required);
    }

    static Map<String, Object> list(Map<String, Object> items) {
        return of("type", "array", "items", items);
    }

    static Map<String, Object> integer() {
        return of("type", "integer");
    }

    /** Schema of a value of the type that may be absent. */
    static Map<String, Object> nullable(String type) {
        return of("type", List.of(type, "null"));
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
