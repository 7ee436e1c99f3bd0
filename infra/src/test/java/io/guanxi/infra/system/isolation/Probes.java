package io.guanxi.infra.system.isolation;

import io.guanxi.infra.system.support.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Every way to name an id, operation by operation; the order is one in which each succeeds with ids of one's own. */
final class Probes {

    static final List<String> OBJECTS = List.of("accounts", "contacts", "affiliations");

    private static final String CSV = "text/csv";

    private final List<Probe> all = new ArrayList<>();

    private Probes() {}

    static List<Probe> all() {
        Probes probes = new Probes();
        OBJECTS.forEach(probes::records);
        probes.references();
        probes.jobs();
        probes.documents();
        return probes.all;
    }

    private void records(String object) {
        String list = "/v1/" + object;
        String one = list + "/{id}";
        Function<Ids, String> address = ids -> object + "/" + ids.records().get(object);
        add("GET " + list, "words", 200, (api, ids) -> api.get(object + "?count=true&q=" + ids.secret()));
        add("GET " + one, "path", 200, (api, ids) -> api.get(address.apply(ids)));
        add(
                "GET " + one,
                "path, with fields and a tag",
                200,
                (api, ids) -> api.request("GET", address.apply(ids) + "?fields=id")
                        .header("If-None-Match", "\"v77777\"")
                        .send());
        add("PATCH " + one, "path", 200, (api, ids) -> api.patch(address.apply(ids), title(object, "Changed")));
        add("GET " + one + "/history", "path", 200, (api, ids) -> api.get(address.apply(ids) + "/history"));
        add("DELETE " + one, "path", 204, (api, ids) -> api.delete(address.apply(ids)));
        add("POST " + one + "/restore", "path", 200, (api, ids) -> api.post(address.apply(ids) + "/restore", ""));
        add(
                "GET " + list,
                "filter by the other system's id",
                200,
                (api, ids) -> api.get(object + "?count=true&filter=externalId==" + ids.externalId()));
        add(
                "GET " + list,
                "recycle bin",
                200,
                (api, ids) -> api.get(object + "?deleted=true&count=true&filter=externalId==" + ids.externalId()));
        for (String operation : List.of("update", "delete")) {
            add(
                    "POST " + list + "/bulk",
                    operation,
                    200,
                    (api, ids) -> api.post(
                            object + "/bulk",
                            List.of(Map.of(
                                    "op",
                                    operation,
                                    "id",
                                    ids.records().get(object),
                                    "data",
                                    title(object, "Changed")))));
            add(
                    "POST " + one + "/restore",
                    "path, after a bulk " + operation,
                    200,
                    (api, ids) -> api.post(address.apply(ids) + "/restore", ""));
        }
        add(
                "POST " + list + "/bulk",
                "update, atomic",
                200,
                (api, ids) -> api.post(
                        object + "/bulk?atomic=true",
                        List.of(Map.of(
                                "op", "update", "id", ids.records().get(object), "data", title(object, "Changed")))));
    }

    /** Ids that stand inside of records. */
    private void references() {
        reference("accounts", "parent", ids -> ids.records().get("accounts"));
        reference("accounts", "owner", Ids::member);
        reference("contacts", "account", ids -> ids.records().get("accounts"));
        reference("contacts", "owner", Ids::member);
        reference("affiliations", "account", ids -> ids.records().get("accounts"));
        reference("affiliations", "contact", ids -> ids.records().get("contacts"));
    }

    private void reference(String object, String field, Function<Ids, String> id) {
        String list = "/v1/" + object;
        BiFunction<Api, Ids, Map<String, Object>> input = (api, ids) -> {
            Map<String, Object> members = new LinkedHashMap<>(title(object, "New"));
            if (object.equals("affiliations")) {
                members.put("account", ids.records().get("accounts"));
                members.put("contact", ids.records().get("contacts"));
            }
            members.put(field, id.apply(ids));
            return members;
        };
        add("POST " + list, field, 201, (api, ids) -> api.post(object, input.apply(api, ids)));
        add(
                "POST " + list + "/bulk",
                "create with " + field,
                200,
                (api, ids) ->
                        api.post(object + "/bulk", List.of(Map.of("op", "create", "data", input.apply(api, ids)))));
        add(
                "PUT " + list + "/by-external-id/{system}/{externalId}",
                field,
                200,
                (api, ids) -> api.put(object + "/by-external-id/erp/" + ids.externalId(), input.apply(api, ids)));
        add(
                "GET " + list,
                "filter by " + field,
                200,
                (api, ids) -> api.get(object + "?count=true&filter=" + field + "==" + id.apply(ids)));
    }

    private void jobs() {
        Function<Ids, String> address = ids -> "jobs/" + ids.job();
        add("GET /v1/jobs/{id}", "path", 200, (api, ids) -> api.get(address.apply(ids)));
        add("GET /v1/jobs/{id}/errors", "path", 200, (api, ids) -> api.get(address.apply(ids) + "/errors"));
        add("POST /v1/jobs/{id}/cancel", "path", 200, (api, ids) -> api.post(address.apply(ids) + "/cancel", ""));
        add("GET /v1/jobs", "cursor", 200, (api, ids) -> api.get("jobs?limit=1&cursor=" + ids.job()));
        add(
                "POST /v1/jobs",
                "rows by the other system's id",
                202,
                (api, ids) -> api.request(
                                "POST", "jobs?type=import&object=accounts&mode=update&key=externalId&fileName=rows.csv")
                        .body(CSV, "externalId,name\n" + ids.externalId() + ",Changed by an import\n")
                        .send());
    }

    /** Documents have no ids; that they are the same for everybody is shown elsewhere. */
    private void documents() {
        for (String document :
                List.of("/v1/openapi.json", "/openapi.json", "/openapi.yaml", "/docs", "/docs/style.css")) {
            add("GET " + document, "nowhere", 200, (api, ids) -> api.get("/api" + document));
        }
    }

    private void add(
            String route, String where, int success, BiFunction<Api, Ids, io.guanxi.infra.system.support.Answer> send) {
        all.add(new Probe(route, where, success, send));
    }

    private static Map<String, Object> title(String object, String title) {
        return Map.of(
                switch (object) {
                    case "contacts" -> "lastName";
                    case "affiliations" -> "title";
                    default -> "name";
                },
                title);
    }
}
