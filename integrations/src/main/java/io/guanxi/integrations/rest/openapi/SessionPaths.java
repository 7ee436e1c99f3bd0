package io.guanxi.integrations.rest.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routes of people's sessions. */
final class SessionPaths {

    static final String TAG = "sessions";

    private static final String SESSION = "Session";

    private final Texts texts;
    private final CommonParts parts;

    SessionPaths(Texts texts, CommonParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put(
                "/v1/sessions",
                Node.of(
                        "get",
                        own("list", "listSessions").answer(200, page(), list()).problems()));
        paths.put(
                "/v1/sessions/{id}",
                Node.of(
                        "delete",
                        own("end", "endSession")
                                .parameters("id")
                                .answer(204, texts.get("answer.done"), null)
                                .problems(404)));
        String of = "/v1/admin/people/{id}/sessions";
        paths.put(
                of,
                Node.of(
                        "get",
                        admin("listOf", "listSessionsOfPerson")
                                .parameters("id")
                                .answer(200, page(), list())
                                .problems(404),
                        "delete",
                        admin("endAllOf", "endSessionsOfPerson")
                                .parameters("id")
                                .answer(204, texts.get("answer.done"), null)
                                .problems(404)));
        paths.put(
                "/v1/admin/people/{id}/second-factor",
                Node.of(
                        "delete",
                        admin("resetFactor", "resetSecondFactor")
                                .parameters("id")
                                .answer(204, texts.get("answer.done"), null)
                                .problems(404, 409)));
        paths.put(
                of + "/{session}",
                Node.of(
                        "delete",
                        admin("endOf", "endSessionOfPerson")
                                .parameters(List.of(path("id"), path("session")))
                                .answer(204, texts.get("answer.done"), null)
                                .problems(404)));
    }

    private static Map<String, Object> path(String name) {
        return Node.of("name", name, "in", "path", "required", true, "schema", CommonParts.text());
    }

    private Operation own(String key, String id) {
        return new Operation(parts, id, TAG, texts.get("operation.sessions." + key));
    }

    private Operation admin(String key, String id) {
        return own(key, id).description(texts.get("operation.people.admin"));
    }

    private String page() {
        return texts.get("answer.page");
    }

    private static Map<String, Object> list() {
        return Node.object("items", Node.list(Node.schema(SESSION)), "nextCursor", Node.nullable("string"));
    }

    static void addSchemas(Map<String, Object> schemas) {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("id", CommonParts.text());
        session.put("channel", Node.of("type", "string", "enum", List.of("browser", "api")));
        session.put("browser", CommonParts.text());
        session.put("system", CommonParts.text());
        session.put("agent", Node.nullable("string"));
        session.put("address", Node.nullable("string"));
        session.put("since", Node.of("type", "string", "format", "date-time"));
        session.put("lastUsedAt", Node.of("type", "string", "format", "date-time"));
        session.put("current", Node.of("type", "boolean"));
        schemas.put(SESSION, Node.object(session));
    }
}
