package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.security.SecurityInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of what a company asks of those who come in. */
final class SecurityPaths {

    static final String TAG = "security";

    private static final String SCHEMA = "SecuritySettings";
    private static final String BASE = "/v1/admin/security";

    private final Texts texts;
    private final CommonParts parts;

    SecurityPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        Map<String, Object> read = operation("read", "readSecurity")
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA), "ETag")
                .problems();
        Map<String, Object> change = operation("change", "changeSecurity")
                .parameters("ifMatch")
                .body(Node.content("application/json", Node.schema(SCHEMA)))
                .answer(200, texts.get("answer.record"), Node.schema(SCHEMA), "ETag")
                .problems(400, 412, 413, 415, 422, 428);
        paths.put(BASE, Node.of("get", read, "put", change));
    }

    private Operation operation(String key, String id) {
        return new Operation(parts, id, TAG, texts.get("operation.security." + key))
                .description(texts.get("operation.people.admin"));
    }

    void addSchemas(Map<String, Object> schemas) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "sessionMinutes",
                number(SecurityInput.SHORTEST_SESSION, SecurityInput.LONGEST_SESSION, "member.security.session"));
        members.put(
                "idleMinutes", number(SecurityInput.SHORTEST_IDLE, SecurityInput.LONGEST_IDLE, "member.security.idle"));
        members.put(
                "addresses",
                Node.of(
                        "type",
                        "array",
                        "items",
                        Node.of("type", "string", "examples", List.of("203.0.113.0/24", "2001:db8::/32")),
                        "description",
                        texts.get("member.security.addresses")));
        members.put(
                "secondFactor", Node.of("type", "boolean", "description", texts.get("member.security.secondFactor")));
        members.put("secondFactorDays", number(0, SecurityInput.MOST_DAYS, "member.security.secondFactorDays"));
        members.put(
                "secondFactorFrom",
                Node.of(
                        "type",
                        List.of("string", "null"),
                        "format",
                        "date-time",
                        "readOnly",
                        true,
                        "description",
                        texts.get("member.security.secondFactorFrom")));
        members.put(
                "confirmLockOut",
                Node.of(
                        "type",
                        "boolean",
                        "writeOnly",
                        true,
                        "description",
                        texts.get("member.security.confirmLockOut")));
        schemas.put(SCHEMA, Node.object(members));
    }

    private Map<String, Object> number(int least, int most, String text) {
        return Node.of(
                "type", List.of("integer", "null"), "minimum", least, "maximum", most, "description", texts.get(text));
    }
}
