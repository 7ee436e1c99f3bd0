package io.guanxi.integrations.rest.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of partners' programs. */
final class ClientPaths {

    static final String TAG = "clients";

    private static final String CLIENT = "PartnerClient";
    private static final String ISSUED = "IssuedPartnerClient";

    private final Texts texts;
    private final CommonParts parts;

    ClientPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        String base = "/v1/admin/clients";
        paths.put(base, Node.of("get", list(), "post", create()));
        paths.put(base + "/{id}", Node.of("get", read(), "delete", done("revoke", "revokeClient")));
        paths.put(base + "/{id}/grants", Node.of("put", grant()));
        paths.put(base + "/{id}/rotate", Node.of("post", rotate()));
        paths.put(base + "/{id}/previous", Node.of("delete", done("endPrevious", "endPreviousSecret")));
    }

    private Map<String, Object> list() {
        Map<String, Object> page = Node.object("items", Node.list(Node.schema(CLIENT)), "nextCursor", maybe(null));
        return operation("list", "listClients")
                .answer(200, texts.get("answer.page"), page)
                .problems(400);
    }

    private Map<String, Object> create() {
        Map<String, Object> input =
                Node.object(List.of("name", "grants"), "name", CommonParts.text(), "grants", grants());
        return operation("create", "createClient")
                .body(Node.content("application/json", input))
                .answer(201, texts.get("answer.secret"), Node.schema(ISSUED))
                .problems(400, 413, 415, 422);
    }

    private Map<String, Object> read() {
        return operation("read", "readClient")
                .parameters("id")
                .answer(200, texts.get("answer.record"), Node.schema(CLIENT))
                .problems(404);
    }

    private Map<String, Object> grant() {
        Map<String, Object> input = Node.object(List.of("grants"), "grants", grants());
        return operation("grant", "grantClient")
                .parameters("id")
                .body(Node.content("application/json", input))
                .answer(200, texts.get("answer.record"), Node.schema(CLIENT))
                .problems(400, 404, 412, 413, 415, 422);
    }

    private Map<String, Object> rotate() {
        return operation("rotate", "rotateClientSecret")
                .parameters("id")
                .answer(200, texts.get("answer.secret"), Node.schema(ISSUED))
                .problems(404);
    }

    private Map<String, Object> done(String key, String id) {
        return operation(key, id)
                .parameters("id")
                .answer(204, texts.get("answer.done"), null)
                .problems(404);
    }

    private Operation operation(String key, String id) {
        return new Operation(parts, id, TAG, texts.get("operation.clients." + key))
                .description(texts.get("operation.cleansing.admin"));
    }

    private static Map<String, Object> grants() {
        return Node.list(Node.of("type", "string", "examples", List.of("accounts:read")));
    }

    private static Map<String, Object> maybe(String format) {
        return Node.of("type", List.of("string", "null"), "format", format);
    }

    void addSchemas(Map<String, Object> schemas) {
        schemas.put(CLIENT, Node.of("type", "object", "properties", members()));
        Map<String, Object> issued = members();
        issued.put("secret", CommonParts.text());
        schemas.put(ISSUED, Node.object(issued));
    }

    private static Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", CommonParts.text());
        members.put("clientId", CommonParts.text());
        members.put("name", CommonParts.text());
        members.put("grants", grants());
        members.put("active", Node.of("type", "boolean"));
        members.put("createdAt", Node.of("type", "string", "format", "date-time"));
        members.put("lastUsedAt", maybe("date-time"));
        members.put("previousId", maybe(null));
        members.put("previousUntil", maybe("date-time"));
        return members;
    }
}
