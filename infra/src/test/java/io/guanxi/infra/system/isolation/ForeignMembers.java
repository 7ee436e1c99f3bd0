package io.guanxi.infra.system.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.infra.system.isolation.Routes.Route;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Members that an input of an operation has no place for, with values that would do harm. */
final class ForeignMembers {

    /** A time at which nothing here was made. */
    static final String LONG_AGO = "2001-02-03T04:05:06Z";

    /** A version that nothing here has. */
    static final int VERSION = 77_777;

    private final JsonNode document;
    private final Map<String, JsonNode> common = new LinkedHashMap<>();

    /**
     * @param document of the interface
     * @param tenant   number of another tenant
     * @param member   id of a person of it
     * @param record   id of a record of it
     */
    ForeignMembers(JsonNode document, int tenant, String member, String record) {
        this.document = document;
        JsonNodeFactory make = JsonNodeFactory.instance;
        for (String name : Set.of("tenantId", "tenant_id", "tenant")) {
            common.put(name, make.numberNode(tenant));
        }
        for (String name : Set.of("id", "_id")) {
            common.put(name, make.textNode(record));
        }
        for (String name : Set.of("ownerId", "owner_id", "createdBy", "created_by")) {
            common.put(name, make.textNode(member));
        }
        for (String name : Set.of("createdAt", "updatedAt", "deletedAt")) {
            common.put(name, make.textNode(LONG_AGO));
        }
        common.put("version", make.numberNode(VERSION));
        common.put("role", make.textNode("OWNER"));
        common.put("roles", make.arrayNode().add("OWNER"));
        common.put("admin", make.booleanNode(true));
        common.put("deleted", make.booleanNode(true));
        common.put("_embedded", make.objectNode().put("tenantId", tenant));
        common.put("_links", make.objectNode().put("self", "https://evil.example"));
        common.put("__proto__", make.objectNode().put("role", "OWNER"));
        common.put("@type", make.textNode("io.guanxi.kernel.people.Member"));
    }

    /** Those of an operation: whatever its answer shows and its input does not take, and what no input takes. */
    Map<String, JsonNode> of(Route route) {
        Map<String, JsonNode> members = new LinkedHashMap<>(common);
        for (String name : names(answer(route))) {
            members.putIfAbsent(name, JsonNodeFactory.instance.textNode(LONG_AGO));
        }
        members.keySet().removeAll(names(input(route)));
        return members;
    }

    /** The body with the member added where the record or setting stands in it. */
    static JsonNode added(JsonNode body, String name, JsonNode value) {
        if (body instanceof ArrayNode operations && operations.size() > 0) {
            JsonNode first = operations.get(0);
            ((ObjectNode) (first.path("data").isObject() ? first.path("data") : first)).set(name, value);
        } else if (body instanceof ObjectNode members) {
            members.set(name, value);
        }
        return body;
    }

    private JsonNode input(Route route) {
        return first(route.operation().path("requestBody").path("content"));
    }

    private JsonNode answer(Route route) {
        JsonNode answers = route.operation().path("responses");
        return first(resolved(answers.has("201") ? answers.path("201") : answers.path("200"))
                .path("content"));
    }

    private JsonNode first(JsonNode content) {
        return content.elements().hasNext() ? resolved(content.elements().next().path("schema")) : content;
    }

    private Set<String> names(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        collect(schema, names);
        return names;
    }

    /** Of a list of operations, the names of what each of them is about. */
    private void collect(JsonNode given, Set<String> names) {
        JsonNode schema = resolved(given);
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        schema.path("allOf").forEach(one -> collect(one, names));
        schema.path("anyOf").forEach(one -> collect(one, names));
        schema.path("oneOf").forEach(one -> collect(one, names));
        if (schema.has("items")) {
            collect(schema.path("items"), names);
            collect(resolved(schema.path("items")).path("properties").path("data"), names);
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }
}
