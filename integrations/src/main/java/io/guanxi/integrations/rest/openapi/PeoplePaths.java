package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.FieldRight;
import io.guanxi.kernel.access.Scope;
import io.guanxi.kernel.access.ShareLevel;
import io.guanxi.kernel.people.Grantee;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The routes of a tenant's people, roles, teams and sharing rules. */
final class PeoplePaths {

    static final String TAG = "people";

    private static final String PERSON = "Person";
    private static final String ROLE = "Role";
    private static final String RIGHTS = "ObjectRights";
    private static final String TEAM = "Team";
    private static final String RULE = "SharingRule";
    private static final String GRANTEE = "Grantee";
    private static final String SHARE = "Share";

    private final Texts texts;
    private final CommonParts parts;

    PeoplePaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put("/v1/admin/people", Node.of("get", list("people", "listPeople", PERSON, "cursor"), "post", invite()));
        paths.put("/v1/admin/people/{id}", Node.of("get", read("person", "readPerson", PERSON), "patch", patch()));
        paths.put(
                "/v1/admin/roles",
                Node.of("get", list("roles", "listRoles", ROLE), "post", add("addRole", ROLE, "role")));
        paths.put(
                "/v1/admin/roles/{name}",
                Node.of(
                        "get",
                        operation("role", "readRole")
                                .parameters("roleName")
                                .answer(200, texts.get("answer.record"), Node.schema(ROLE))
                                .problems(404),
                        "put",
                        put("changeRole", ROLE, "roleName"),
                        "delete",
                        delete("removeRole", "roleName", "definitionVersion")));
        paths.put(
                "/v1/admin/teams",
                Node.of("get", list("teams", "listTeams", TEAM), "post", add("addTeam", TEAM, "team")));
        paths.put(
                "/v1/admin/teams/{id}",
                Node.of(
                        "get",
                        read("team", "readTeam", TEAM),
                        "put",
                        put("changeTeam", TEAM, "id"),
                        "delete",
                        delete("removeTeam", "id", "definitionVersion")));
        paths.put(
                "/v1/admin/sharing-rules",
                Node.of(
                        "get",
                        list("sharingRules", "listSharingRules", RULE),
                        "post",
                        add("addSharingRule", RULE, "rule")));
        paths.put("/v1/admin/sharing-rules/{id}", Node.of("delete", delete("removeSharingRule", "id")));
    }

    /** The routes of shares of one object's records. */
    void addShares(Map<String, Object> paths, String path, String name) {
        String base = "/v1/" + path + "/{id}/shares";
        paths.put(
                base,
                Node.of(
                        "get",
                        new Operation(parts, "listSharesOf" + name, path, texts.get("operation.people.shares"))
                                .parameters("id")
                                .answer(200, texts.get("answer.page"), page(SHARE))
                                .problems(404),
                        "put",
                        new Operation(parts, "share" + name, path, texts.get("operation.people.share"))
                                .parameters("id")
                                .body(Node.content("application/json", Node.schema(SHARE)))
                                .answer(200, texts.get("answer.record"), Node.schema(SHARE))
                                .problems(400, 404, 413, 415, 422)));
        paths.put(
                base + "/{kind}/{name}",
                Node.of(
                        "delete",
                        new Operation(parts, "endShareOf" + name, path, texts.get("operation.people.endShare"))
                                .parameters("id", "granteeKind", "granteeName")
                                .answer(204, texts.get("answer.deleted"), null)
                                .problems(404)));
    }

    private Map<String, Object> list(String verb, String id, String schema, String... parameters) {
        return operation(verb, id)
                .parameters(parameters)
                .answer(200, texts.get("answer.page"), page(schema))
                .problems();
    }

    private Map<String, Object> read(String verb, String id, String schema) {
        return operation(verb, id)
                .parameters("id")
                .answer(200, texts.get("answer.record"), Node.schema(schema))
                .problems(404);
    }

    private Map<String, Object> add(String id, String schema, String verb) {
        return operation("add." + verb, id)
                .parameters("idempotencyKey")
                .body(Node.content("application/json", Node.schema(schema)))
                .answer(201, texts.get("answer.record"), Node.schema(schema), "Location")
                .problems(400, 409, 413, 415, 422);
    }

    private Map<String, Object> put(String id, String schema, String parameter) {
        return operation(id, id)
                .parameters(parameter)
                .body(Node.content("application/json", Node.schema(schema)))
                .answer(200, texts.get("answer.record"), Node.schema(schema))
                .problems(400, 404, 412, 413, 415, 422);
    }

    private Map<String, Object> delete(String id, String... parameters) {
        return operation(id, id)
                .parameters(parameters)
                .answer(204, texts.get("answer.deleted"), null)
                .problems(404, 412, 422);
    }

    private Map<String, Object> invite() {
        Map<String, Object> body = Node.object(
                List.of("email", "name"),
                "email",
                CommonParts.text(),
                "name",
                CommonParts.text(),
                "role",
                CommonParts.text());
        return operation("invite", "invitePerson")
                .body(Node.content("application/json", body))
                .answer(201, texts.get("answer.record"), Node.schema(PERSON), "Location")
                .problems(400, 409, 413, 415, 422);
    }

    private Map<String, Object> patch() {
        Map<String, Object> body = Node.object(
                "role", CommonParts.text(), "manager", Node.nullable("string"), "active", Node.of("type", "boolean"));
        return operation("changePerson", "changePerson")
                .parameters("id")
                .body(Node.content("application/merge-patch+json", body))
                .answer(200, texts.get("answer.record"), Node.schema(PERSON))
                .problems(400, 404, 409, 413, 415, 422);
    }

    private Operation operation(String verb, String id) {
        return new Operation(parts, id, TAG, texts.get("operation.people." + verb))
                .description(texts.get("operation.people.admin"));
    }

    private static Map<String, Object> page(String schema) {
        return Node.object("items", Node.list(Node.schema(schema)), "nextCursor", Node.nullable("string"));
    }

    static void addSchemas(Map<String, Object> schemas) {
        Map<String, Object> person = new LinkedHashMap<>();
        for (String member : List.of("id", "name", "email", "role", "status")) {
            person.put(member, CommonParts.text());
        }
        person.put("manager", Node.nullable("string"));
        person.put("lastSeenAt", Node.of("type", List.of("string", "null"), "format", "date-time"));
        person.put("lockedUntil", Node.of("type", List.of("string", "null"), "format", "date-time"));
        schemas.put(PERSON, Node.object(person));
        Map<String, Object> rights = new LinkedHashMap<>();
        rights.put("read", words(Scope.values()));
        rights.put("create", Node.of("type", "boolean"));
        rights.put("update", words(Scope.values()));
        rights.put("delete", words(Scope.values()));
        rights.put("export", Node.of("type", "boolean"));
        rights.put("import", Node.of("type", "boolean"));
        rights.put("fields", Node.of("type", "object", "additionalProperties", words(FieldRight.values())));
        schemas.put(RIGHTS, Node.object(rights));
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("name", Node.of("type", "string", "readOnly", true));
        role.put("version", Node.integer());
        role.put("shipped", Node.of("type", "boolean", "readOnly", true));
        role.put("label", CommonParts.text());
        role.put("description", CommonParts.text());
        role.put("members", Node.of("type", "integer", "readOnly", true));
        role.put(
                "rights",
                Node.object(
                        "features",
                        Node.list(words(Feature.values())),
                        "otherwise",
                        Node.schema(RIGHTS),
                        "common",
                        Node.schema(RIGHTS),
                        "objects",
                        Node.of("type", "object", "additionalProperties", Node.schema(RIGHTS))));
        schemas.put(ROLE, Node.of("type", "object", "properties", role, "required", List.of("rights")));
        Map<String, Object> team = new LinkedHashMap<>();
        team.put("id", Node.of("type", "string", "readOnly", true));
        team.put("version", Node.integer());
        team.put("name", CommonParts.text());
        team.put("description", CommonParts.text());
        team.put("members", Node.list(CommonParts.text()));
        schemas.put(TEAM, Node.of("type", "object", "properties", team, "required", List.of("name")));
        schemas.put(
                GRANTEE,
                Node.object(List.of("kind", "name"), "kind", words(Grantee.Kind.values()), "name", CommonParts.text()));
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", Node.of("type", "string", "readOnly", true));
        rule.put("name", CommonParts.text());
        rule.put("object", CommonParts.text());
        rule.put("source", Node.schema(GRANTEE));
        rule.put("grantee", Node.schema(GRANTEE));
        rule.put("level", words(ShareLevel.values()));
        schemas.put(
                RULE,
                Node.of(
                        "type",
                        "object",
                        "properties",
                        rule,
                        "required",
                        List.of("name", "object", "source", "grantee", "level")));
        Map<String, Object> share = new LinkedHashMap<>();
        share.put("grantee", Node.schema(GRANTEE));
        share.put("level", words(ShareLevel.values()));
        share.put("since", Node.of("type", "string", "format", "date-time", "readOnly", true));
        schemas.put(SHARE, Node.of("type", "object", "properties", share, "required", List.of("grantee", "level")));
    }

    private static Map<String, Object> words(Enum<?>[] values) {
        return Node.of(
                "type",
                "string",
                "enum",
                Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
