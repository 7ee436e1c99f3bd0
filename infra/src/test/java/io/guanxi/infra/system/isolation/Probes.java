package io.guanxi.infra.system.isolation;

import static org.awaitility.Awaitility.await;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ApiObject;
import io.guanxi.infra.system.support.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Every way to name an id, operation by operation; the order is one in which each succeeds with ids of one's own. */
final class Probes {

    private final List<Probe> all = new ArrayList<>();

    private Probes() {}

    static List<Probe> all(List<ApiObject> objects) {
        Probes probes = new Probes();
        objects.forEach(probes::records);
        objects.forEach(probes::references);
        objects.stream().filter(object -> object.references().isEmpty()).forEach(probes::newcomers);
        objects.forEach(probes::rules);
        objects.forEach(probes::layouts);
        objects.forEach(probes::fields);
        List.of("accounts", "contacts").forEach(probes::duplicates);
        probes.contents();
        probes.customers();
        probes.all.addAll(TenantProbes.all());
        probes.all.addAll(PeopleProbes.all(objects));
        probes.all.addAll(SavedProbes.all(objects));
        probes.all.addAll(JobProbes.all());
        probes.search();
        probes.documents();
        return probes.all;
    }

    private void records(ApiObject described) {
        String object = described.path();
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
        add("PATCH " + one, "path", 200, (api, ids) -> api.patch(address.apply(ids), changed(described, ids)));
        add("GET " + one + "/history", "path", 200, (api, ids) -> api.get(address.apply(ids) + "/history"));
        if (described.hasTags()) {
            add("GET " + one + "/tags", "path", 200, (api, ids) -> api.get(address.apply(ids) + "/tags"));
        }
        add("DELETE " + one, "path", 204, (api, ids) -> api.delete(address.apply(ids)));
        add("POST " + one + "/restore", "path", 200, (api, ids) -> api.post(address.apply(ids) + "/restore", ""));
        if (described.archivable()) {
            add("POST " + one + "/archive", "path", 200, (api, ids) -> api.post(address.apply(ids) + "/archive", ""));
            add(
                    "GET " + list,
                    "archive",
                    200,
                    (api, ids) -> api.get(object + "?archived=true&count=true&filter=externalId==" + ids.externalId()));
            add(
                    "POST " + one + "/unarchive",
                    "path",
                    200,
                    (api, ids) -> api.post(address.apply(ids) + "/unarchive", ""));
        }
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
                                    changed(described, ids)))));
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
                                "op", "update", "id", ids.records().get(object), "data", changed(described, ids)))));
    }

    /** Ids that stand inside of records. */
    private void references(ApiObject object) {
        object.references()
                .forEach((field, target) -> reference(
                        object,
                        field,
                        ids -> target.equals("member")
                                ? ids.member()
                                : ids.byName().get(target)));
    }

    private void reference(ApiObject described, String field, Function<Ids, String> id) {
        String object = described.path();
        String list = "/v1/" + object;
        Function<Ids, Map<String, Object>> input = ids -> {
            Map<String, Object> members =
                    new LinkedHashMap<>(described.sample("New " + Samples.word(), ids.byName(), ids.currency()));
            described.references().forEach((name, target) -> {
                if (target.equals(described.name())) {
                    members.remove(name);
                }
            });
            members.put(field, id.apply(ids));
            return members;
        };
        add("POST " + list, field, 201, (api, ids) -> api.post(object, input.apply(ids)));
        add(
                "POST " + list + "/bulk",
                "create with " + field,
                200,
                (api, ids) -> api.post(object + "/bulk", List.of(Map.of("op", "create", "data", input.apply(ids)))));
        add(
                "PUT " + list + "/by-external-id/{system}/{externalId}",
                field,
                200,
                (api, ids) -> api.put(object + "/by-external-id/erp/" + ids.externalId(), input.apply(ids)));
        add(
                "GET " + list,
                "filter by " + field,
                200,
                (api, ids) -> api.get(object + "?count=true&filter=" + field + "==" + id.apply(ids)));
    }

    /** Objects that point nowhere: whoever names an id of the other tenant in one makes a new one of their own. */
    private void newcomers(ApiObject object) {
        BiFunction<Api, Ids, String> name = (api, ids) -> ids.job() + System.identityHashCode(api);
        add(
                "POST /v1/" + object.path(),
                "nowhere",
                201,
                (api, ids) -> api.post(object.path(), object.sample(name.apply(api, ids), Map.of(), ids.currency())));
        add(
                "PUT /v1/" + object.path() + "/by-external-id/{system}/{externalId}",
                "nowhere",
                201,
                (api, ids) -> api.put(
                        object.path() + "/by-external-id/erp/" + name.apply(api, ids),
                        object.sample("P" + name.apply(api, ids), Map.of(), ids.currency())));
    }

    /** Rules for records, which admins alone see and change. */
    private void rules(ApiObject described) {
        String list = "admin/objects/" + described.path() + "/rules";
        Function<Ids, String> address = ids -> list + "/" + ids.rules().get(described.path());
        admin("GET /v1/" + list, "nowhere", 200, (api, ids) -> api.get(list));
        admin(
                "POST /v1/" + list,
                "nowhere, without a condition",
                422,
                (api, ids) -> api.post(list, Map.of("name", "x")));
        admin(
                "POST /v1/" + list + "/try",
                "record",
                200,
                (api, ids) -> api.post(
                        list + "/try",
                        Map.of(
                                "condition",
                                "createdAt != null",
                                "record",
                                ids.records().get(described.path()))));
        admin(
                "PATCH /v1/" + list + "/{id}",
                "path",
                200,
                (api, ids) -> api.patch(address.apply(ids), Map.of("active", false)));
        admin("DELETE /v1/" + list + "/{id}", "path", 204, (api, ids) -> api.delete(address.apply(ids)));
    }

    /** Definitions of fields, which admins alone see and change. */
    private void fields(ApiObject described) {
        String list = "admin/objects/" + described.path() + "/fields";
        Function<Ids, String> address = ids -> list + "/" + ids.fields().get(described.path());
        admin("GET /v1/" + list, "nowhere", 200, (api, ids) -> api.get(list));
        admin("POST /v1/" + list, "nowhere, without a label", 422, (api, ids) -> api.post(list, Map.of("name", "x")));
        admin(
                "PATCH /v1/" + list + "/{id}",
                "path",
                200,
                (api, ids) -> api.patch(address.apply(ids), Map.of("labels", Map.of("en", "Changed"))));
        admin("GET /v1/" + list + "/{id}/uses", "path", 200, (api, ids) -> api.get(address.apply(ids) + "/uses"));
        admin("DELETE /v1/" + list + "/{id}", "path", 204, (api, ids) -> api.delete(address.apply(ids)));
    }

    /** Layouts have no ids: they are named by what they are for. */
    private void layouts(ApiObject described) {
        String list = "admin/objects/" + described.path() + "/layouts";
        admin("GET /v1/" + list, "nowhere", 200, (api, ids) -> api.get(list));
        admin("PUT /v1/" + list, "nowhere, without sections", 422, (api, ids) -> api.put(list, Map.of()));
        admin("DELETE /v1/" + list, "nowhere, for a role", 404, (api, ids) -> api.delete(list + "?role=READ_ONLY"));
        admin(
                "PUT /v1/" + list + "/record-type-field",
                "nowhere",
                200,
                (api, ids) -> api.put(list + "/record-type-field", Map.of()));
    }

    private void admin(String route, String where, int success, BiFunction<Api, Ids, Answer> send) {
        all.add(new Probe(route, where, success, send, true));
    }

    /** Duplicates and merges; the last probe takes the merge of the one before apart again. */
    private void duplicates(String object) {
        String list = "/v1/" + object + "/duplicates";
        Function<Ids, String> one = ids -> object + "/" + ids.twins().get(object);
        add(
                "POST " + list,
                "the record that the input is meant for",
                200,
                (api, ids) -> api.post(object + "/duplicates?of=" + ids.twins().get(object), ids.twin(object)));
        add(
                "GET " + list,
                "cursor",
                200,
                (api, ids) -> api.get(
                        object + "/duplicates?limit=1&cursor=1-" + ids.pairs().get(object)));
        add(
                "POST " + list + "/scan",
                "nowhere",
                202,
                (api, ids) -> finished(api, api.post(object + "/duplicates/scan", "")));
        for (String verb : List.of("dismiss", "reopen", "dismiss")) {
            add(
                    "POST " + list + "/{pair}/" + verb,
                    "path",
                    204,
                    (api, ids) -> api.post(object + "/duplicates/" + ids.pairs().get(object) + "/" + verb, ""));
        }
        add(
                "POST /v1/" + object + "/{id}/merge",
                "path and body",
                200,
                (api, ids) -> api.post(
                        one.apply(ids) + "/merge",
                        Map.of("others", List.of(ids.records().get(object)))));
        add(
                "POST /v1/" + object + "/{id}/unmerge",
                "path",
                200,
                (api, ids) -> api.post(one.apply(ids) + "/unmerge", ""));
    }

    /** A scan that has begun comes to its end before anything else is done to the records it looks at. */
    private static Answer finished(Api api, Answer begun) {
        if (begun.status() == 202) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !List.of("queued", "running")
                            .contains(api.get("jobs/" + begun.id())
                                    .json()
                                    .path("status")
                                    .asText()));
        }
        return begun;
    }

    /** Contents of documents, and what documents are about. */
    private void contents() {
        Function<Ids, String> address = ids -> "documents/" + ids.records().get("documents") + "/content";
        add(
                "PUT /v1/documents/{id}/content",
                "path",
                200,
                (api, ids) -> api.request("PUT", address.apply(ids) + "?fileName=a.txt")
                        .body("application/octet-stream", "words")
                        .send());
        add("GET /v1/documents/{id}/content", "path", 200, (api, ids) -> api.get(address.apply(ids)));
        add(
                "POST /v1/documents",
                "the record it is about",
                201,
                (api, ids) -> api.post(
                        "documents",
                        Map.of(
                                "name",
                                "New",
                                "relatedObject",
                                "accounts",
                                "relatedId",
                                ids.records().get("accounts"))));
    }

    /** What is known about accounts, and the asking of rules, which names no id. */
    private void customers() {
        add(
                "GET /v1/accounts/{id}/insight",
                "path",
                200,
                (api, ids) -> api.get("accounts/" + ids.records().get("accounts") + "/insight"));
        for (String object : List.of("accounts", "contacts")) {
            add(
                    "GET /v1/" + object + "/{id}/people",
                    "path",
                    200,
                    (api, ids) -> api.get(object + "/" + ids.records().get(object) + "/people"));
        }
        add(
                "GET /v1/accounts/{id}/stages",
                "path",
                200,
                (api, ids) -> api.get("accounts/" + ids.records().get("accounts") + "/stages"));
        add("GET /v1/lifecycle", "nowhere", 200, (api, ids) -> api.get("lifecycle?days=30"));
        add("POST /v1/classification", "nowhere", 202, (api, ids) -> finished(api, api.post("classification", "")));
        add(
                "POST /v1/tags/preview",
                "the secret in a rule",
                200,
                (api, ids) -> api.post(
                        "tags/preview",
                        Map.of("ruleObject", "accounts", "rule", "name.contains(\"" + ids.secret() + "\")")));
        add(
                "POST /v1/classification/preview",
                "the secret in a rule",
                200,
                (api, ids) ->
                        api.post("classification/preview", Map.of("rule", "name.contains(\"" + ids.secret() + "\")")));
    }

    private void search() {
        add("GET /v1/search", "words", 200, (api, ids) -> api.get("search?q=" + ids.secret()));
        all.add(new Probe(
                "POST /v1/search/rebuild", "nowhere", 202, (api, ids) -> api.post("search/rebuild", ""), true));
    }

    /** Documents have no ids; that they are the same for everybody is shown elsewhere. */
    private void documents() {
        for (String document :
                List.of("/v1/openapi.json", "/openapi.json", "/openapi.yaml", "/docs", "/docs/style.css")) {
            add("GET " + document, "nowhere", 200, (api, ids) -> api.get("/api" + document));
        }
    }

    private void add(String route, String where, int success, BiFunction<Api, Ids, Answer> send) {
        all.add(new Probe(route, where, success, send, false));
    }

    private static Map<String, Object> changed(ApiObject object, Ids ids) {
        return Map.of(object.title(), "Changed " + ids.secret());
    }
}
