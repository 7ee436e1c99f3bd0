package io.guanxi.infra.system.isolation;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Ways to name what people save for themselves and for each other, and how records are measured. */
final class SavedProbes {

    private final List<Probe> all = new ArrayList<>();

    private SavedProbes() {}

    static List<Probe> all(List<ApiObject> objects) {
        SavedProbes probes = new SavedProbes();
        probes.views();
        probes.importMappings();
        objects.stream().filter(ApiObject::measured).forEach(probes::completeness);
        probes.cleansing();
        probes.company();
        probes.samples();
        probes.audit();
        probes.clients();
        probes.identityProvider();
        return probes.all;
    }

    /** Programs of partners; the last probe revokes the one at hand. */
    private void clients() {
        Function<Ids, String> address = ids -> "admin/clients/" + ids.client();
        admin("GET /v1/admin/clients", "nowhere", 200, (api, ids) -> api.get("admin/clients"));
        admin(
                "POST /v1/admin/clients",
                "nowhere, without a name",
                422,
                (api, ids) -> api.post("admin/clients", Map.of("grants", List.of())));
        admin("GET /v1/admin/clients/{id}", "path", 200, (api, ids) -> api.get(address.apply(ids)));
        admin(
                "PUT /v1/admin/clients/{id}/grants",
                "path",
                200,
                (api, ids) -> api.put(address.apply(ids) + "/grants", Map.of("grants", List.of("accounts:read"))));
        admin(
                "POST /v1/admin/clients/{id}/rotate",
                "path",
                200,
                (api, ids) -> api.post(address.apply(ids) + "/rotate", ""));
        admin(
                "DELETE /v1/admin/clients/{id}/previous",
                "path",
                204,
                (api, ids) -> api.delete(address.apply(ids) + "/previous"));
        admin("DELETE /v1/admin/clients/{id}", "path", 204, (api, ids) -> api.delete(address.apply(ids)));
    }

    /** There is one provider for each tenant, and none in the demonstration; domains are named by themselves. */
    private void identityProvider() {
        String base = "admin/identity-provider";
        Function<Ids, String> domain = ids -> base + "/domains/" + ids.secret() + ".example";
        admin("GET /v1/" + base, "nowhere", 200, (api, ids) -> api.get(base));
        admin("PUT /v1/" + base, "nowhere, without members", 422, (api, ids) -> api.put(base, Map.of()));
        admin("DELETE /v1/" + base, "nowhere, without a provider", 404, (api, ids) -> api.delete(base));
        admin(
                "PUT /v1/" + base + "/active",
                "nowhere, without members",
                422,
                (api, ids) -> api.put(base + "/active", Map.of()));
        admin(
                "POST /v1/" + base + "/test",
                "nowhere, without a provider",
                404,
                (api, ids) -> api.post(base + "/test", ""));
        admin("GET /v1/" + base + "/domains", "nowhere", 200, (api, ids) -> api.get(base + "/domains"));
        admin(
                "POST /v1/" + base + "/domains",
                "nowhere, without a domain",
                422,
                (api, ids) -> api.post(base + "/domains", Map.of()));
        admin(
                "POST /v1/" + base + "/domains/{domain}/verify",
                "path, without proof",
                422,
                (api, ids) -> api.post(domain.apply(ids) + "/verify", ""));
        admin("DELETE /v1/" + base + "/domains/{domain}", "path", 204, (api, ids) -> api.delete(domain.apply(ids)));
    }

    /** What was done, by the record it was done to. */
    private void audit() {
        admin(
                "GET /v1/admin/audit",
                "record",
                200,
                (api, ids) -> api.get(
                        "admin/audit?object=accounts&record=" + ids.records().get("accounts")));
        admin(
                "POST /v1/admin/audit/export",
                "nowhere",
                202,
                (api, ids) -> api.post("admin/audit/export?kind=search", ""));
    }

    /** Runs that look for what is wrong with records. */
    private void cleansing() {
        String base = "/v1/admin/cleansing";
        Function<Ids, String> address = ids -> "admin/cleansing/runs/" + ids.run();
        admin("GET " + base + "/months", "nowhere", 200, (api, ids) -> api.get("admin/cleansing/months"));
        admin(
                "PUT " + base + "/months",
                "nowhere, without months",
                422,
                (api, ids) -> api.put("admin/cleansing/months", Map.of()));
        admin("GET " + base + "/runs", "nowhere", 200, (api, ids) -> api.get("admin/cleansing/runs"));
        admin("POST " + base + "/runs", "nowhere", 202, (api, ids) -> api.post("admin/cleansing/runs", ""));
        admin("GET " + base + "/runs/{id}", "path", 200, (api, ids) -> api.get(address.apply(ids)));
        admin(
                "GET " + base + "/runs/{id}/findings",
                "path",
                200,
                (api, ids) -> api.get(address.apply(ids) + "/findings?kind=duplicate"));
        admin(
                "POST " + base + "/runs/{id}/accept",
                "path",
                202,
                (api, ids) -> api.post(address.apply(ids) + "/accept", Map.of("kind", "email")));
        admin(
                "POST " + base + "/runs/{id}/dismiss",
                "path",
                204,
                (api, ids) -> api.post(address.apply(ids) + "/dismiss", Map.of("kind", "email")));
    }

    /** There is one company for each tenant: its own. */
    private void company() {
        String base = "admin/company";
        admin("GET /v1/" + base, "nowhere", 200, (api, ids) -> api.get(base));
        admin("PUT /v1/" + base, "nowhere, without members", 422, (api, ids) -> api.put(base, Map.of()));
        admin("GET /v1/" + base + "/logo", "nowhere, without a logo", 404, (api, ids) -> api.get(base + "/logo"));
        admin(
                "PUT /v1/" + base + "/logo",
                "nowhere, no picture",
                422,
                (api, ids) -> api.request("PUT", base + "/logo")
                        .body("image/png", "no picture")
                        .send());
        admin("DELETE /v1/" + base + "/logo", "nowhere", 204, (api, ids) -> api.delete(base + "/logo"));
        admin("GET /v1/" + base + "/days", "nowhere", 200, (api, ids) -> api.get(base + "/days?year=2026"));
        admin(
                "PUT /v1/" + base + "/days/{date}",
                "nowhere",
                204,
                (api, ids) -> api.put(base + "/days/2031-03-03", Map.of("name", "Day off")));
        admin(
                "DELETE /v1/" + base + "/days/{date}",
                "nowhere",
                204,
                (api, ids) -> api.delete(base + "/days/2031-03-03"));
    }

    /** Both companies of the demo began without samples. */
    private void samples() {
        admin("GET /v1/admin/samples", "nowhere", 200, (api, ids) -> api.get("admin/samples"));
        admin("DELETE /v1/admin/samples", "nowhere", 200, (api, ids) -> api.delete("admin/samples"));
    }

    /** Saved views, and lists by them. */
    private void views() {
        Function<Ids, String> address = ids -> "views/" + ids.view();
        add("GET /v1/views", "nowhere", 200, (api, ids) -> api.get("views?object=accounts"));
        add(
                "POST /v1/views",
                "nowhere, without a name",
                422,
                (api, ids) -> api.post("views", Map.of("object", "accounts")));
        add("GET /v1/views/{id}", "path", 200, (api, ids) -> api.get(address.apply(ids)));
        add("GET /v1/accounts", "view", 200, (api, ids) -> api.get("accounts?view=" + ids.view()));
        add(
                "PATCH /v1/views/{id}",
                "path",
                200,
                (api, ids) -> api.patch(address.apply(ids), Map.of("name", "Changed")));
        add(
                "PUT /v1/views/{id}/default",
                "path",
                204,
                (api, ids) -> api.put(address.apply(ids) + "/default", Map.of()));
        add("DELETE /v1/views/{id}/default", "path", 204, (api, ids) -> api.delete(address.apply(ids) + "/default"));
        add("DELETE /v1/views/{id}", "path", 204, (api, ids) -> api.delete(address.apply(ids)));
    }

    /** Saved mappings of imports, and imports by them. */
    private void importMappings() {
        Function<Ids, String> address = ids -> "import-mappings/" + ids.mapping();
        add("GET /v1/import-mappings", "nowhere", 200, (api, ids) -> api.get("import-mappings?object=accounts"));
        add(
                "POST /v1/import-mappings",
                "nowhere, without a name",
                422,
                (api, ids) -> api.post("import-mappings", Map.of("object", "accounts")));
        add("GET /v1/import-mappings/{id}", "path", 200, (api, ids) -> api.get(address.apply(ids)));
        add(
                "POST /v1/jobs",
                "mapping",
                202,
                (api, ids) -> api.request(
                                "POST",
                                "jobs?type=import&object=accounts&dryRun=true&fileName=mapped.csv&mapping="
                                        + ids.mapping())
                        .body("text/csv", "Firm " + ids.secret() + "\nMapped\n")
                        .send());
        add(
                "PATCH /v1/import-mappings/{id}",
                "path",
                200,
                (api, ids) -> api.patch(address.apply(ids), Map.of("name", "Changed")));
        add("DELETE /v1/import-mappings/{id}", "path", 204, (api, ids) -> api.delete(address.apply(ids)));
    }

    /** Weights have no ids: there is one set for each object. */
    private void completeness(ApiObject described) {
        String weights = "admin/objects/" + described.path() + "/completeness";
        admin("GET /v1/" + weights, "nowhere", 200, (api, ids) -> api.get(weights));
        admin("PUT /v1/" + weights, "nowhere, without weights", 422, (api, ids) -> api.put(weights, Map.of()));
        admin("DELETE /v1/" + weights, "nowhere", 204, (api, ids) -> api.delete(weights));
        add(
                "GET /v1/" + described.path() + "/{id}/completeness",
                "path",
                200,
                (api, ids) -> api.get(described.path() + "/" + ids.records().get(described.path()) + "/completeness"));
    }

    private void admin(String route, String where, int success, BiFunction<Api, Ids, Answer> send) {
        all.add(new Probe(route, where, success, send, true));
    }

    private void add(String route, String where, int success, BiFunction<Api, Ids, Answer> send) {
        all.add(new Probe(route, where, success, send, false));
    }
}
