package io.guanxi.infra.system.isolation;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Ways to name people, roles, teams, sharing rules and those with whom a record is shared. */
final class PeopleProbes {

    private static final Map<String, Object> NONE = Map.of("otherwise", Map.of("read", "none"));

    private final List<Probe> all = new ArrayList<>();

    private PeopleProbes() {}

    static List<Probe> all(List<ApiObject> objects) {
        PeopleProbes probes = new PeopleProbes();
        probes.people();
        probes.sessions();
        probes.sharingRules();
        probes.definitions(
                "roles",
                "role",
                Map.of("label", ""),
                ids -> Map.of("version", 1, "label", "L " + ids.secret(), "description", "Changed", "rights", NONE));
        probes.definitions(
                "teams", "team", Map.of("name", ""), ids -> Map.of("version", 1, "name", "T " + ids.secret()));
        objects.stream()
                .filter(object -> object.references().containsKey("owner"))
                .forEach(probes::shares);
        return probes.all;
    }

    private void people() {
        admin("GET /v1/admin/people", "nowhere", 200, (api, ids) -> api.get("admin/people"));
        admin(
                "POST /v1/admin/people",
                "nowhere, without an address",
                422,
                (api, ids) -> api.post("admin/people", Map.of("name", "x")));
        admin("GET /v1/admin/people/{id}", "path", 200, (api, ids) -> api.get("admin/people/" + ids.member()));
        admin(
                "PATCH /v1/admin/people/{id}",
                "path",
                200,
                (api, ids) -> api.patch("admin/people/" + ids.member(), "{\"manager\": null}"));
    }

    /** Sessions, of which each caller's company has one of the owner and one of somebody who is gone. */
    private void sessions() {
        Function<Ids, String> gone = ids -> "admin/people/" + ids.settings().get("person");
        add("GET /v1/sessions", "nowhere", 200, (api, ids) -> api.get("sessions"));
        admin(
                "DELETE /v1/sessions/{id}",
                "path",
                204,
                (api, ids) -> api.delete("sessions/" + ids.settings().get("ownSession")));
        admin("GET /v1/admin/people/{id}/sessions", "path", 200, (api, ids) -> api.get(gone.apply(ids) + "/sessions"));
        admin(
                "DELETE /v1/admin/people/{id}/sessions/{session}",
                "path",
                204,
                (api, ids) -> api.delete(
                        gone.apply(ids) + "/sessions/" + ids.settings().get("session")));
        admin(
                "DELETE /v1/admin/people/{id}/sessions",
                "path",
                204,
                (api, ids) -> api.delete(gone.apply(ids) + "/sessions"));
        admin(
                "DELETE /v1/admin/people/{id}/second-factor",
                "path",
                204,
                (api, ids) -> api.delete(gone.apply(ids) + "/second-factor"));
        admin("GET /v1/admin/security", "nowhere", 200, (api, ids) -> api.get("admin/security"));
        admin(
                "PUT /v1/admin/security",
                "nowhere, without a range",
                422,
                (api, ids) -> api.request("PUT", "admin/security")
                        .header("If-Match", "*")
                        .json(Map.of("addresses", List.of("somewhere")))
                        .send());
    }

    private void definitions(
            String list, String kind, Map<String, Object> wrong, Function<Ids, Map<String, Object>> changed) {
        String place = kind.equals("role") ? "{name}" : "{id}";
        String base = "/v1/admin/" + list;
        Function<Ids, String> address =
                ids -> "admin/" + list + "/" + ids.settings().get(kind);
        admin("GET " + base, "nowhere", 200, (api, ids) -> api.get("admin/" + list));
        admin("POST " + base, "nowhere, without a name", 422, (api, ids) -> api.post("admin/" + list, wrong));
        admin("GET " + base + "/" + place, "path", 200, (api, ids) -> api.get(address.apply(ids)));
        admin("PUT " + base + "/" + place, "path", 200, (api, ids) -> api.put(address.apply(ids), changed.apply(ids)));
        admin("DELETE " + base + "/" + place, "path", 204, (api, ids) -> api.delete(address.apply(ids) + "?version=2"));
    }

    private void sharingRules() {
        String base = "/v1/admin/sharing-rules";
        admin("GET " + base, "nowhere", 200, (api, ids) -> api.get("admin/sharing-rules"));
        admin(
                "POST " + base,
                "somebody in the body",
                422,
                (api, ids) -> api.post(
                        "admin/sharing-rules",
                        Map.of(
                                "object",
                                "accounts",
                                "source",
                                Map.of("kind", "member", "name", ids.member()),
                                "grantee",
                                Map.of("kind", "role", "name", "MEMBER"),
                                "level",
                                "read")));
        admin(
                "DELETE " + base + "/{id}",
                "path",
                204,
                (api, ids) -> api.delete("admin/sharing-rules/" + ids.settings().get("sharing")));
    }

    private void shares(ApiObject described) {
        String route = "/v1/" + described.path() + "/{id}/shares";
        Function<Ids, String> address =
                ids -> described.path() + "/" + ids.records().get(described.path()) + "/shares";
        Map<String, Object> everybody = Map.of("grantee", Map.of("kind", "role", "name", "MEMBER"), "level", "read");
        add("GET " + route, "path", 200, (api, ids) -> api.get(address.apply(ids)));
        add("PUT " + route, "path", 200, (api, ids) -> api.put(address.apply(ids), everybody));
        add(
                "DELETE " + route + "/{kind}/{name}",
                "path",
                204,
                (api, ids) -> api.delete(address.apply(ids) + "/role/MEMBER"));
    }

    private void admin(String route, String where, int success, BiFunction<Api, Ids, Answer> send) {
        all.add(new Probe(route, where, success, send, true));
    }

    private void add(String route, String where, int success, BiFunction<Api, Ids, Answer> send) {
        all.add(new Probe(route, where, success, send, false));
    }
}
