package io.guanxi.infra.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ApiObject;
import io.guanxi.infra.system.support.NameServer;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Every operation of the server's own document that changes something leaves an entry of the audit. */
@SystemTest
class AuditCoverageIT {

    private static final Set<String> CHANGING = Set.of("post", "put", "patch", "delete");

    /** Operations that are sent because they have a body, and change nothing. */
    static final Pattern ASKING = Pattern.compile("POST /v1/(\\S+/try|\\S+/preview|[a-z]+/duplicates)");

    private final RunningSystem system;
    private final Api owner;

    AuditCoverageIT(RunningSystem system) {
        this.system = system;
        owner = system.person("owner@acme.example");
    }

    @Test
    void noOperationChangesAnythingWithoutAnEntry() {
        List<ApiObject> objects =
                ApiObject.all(owner.get("openapi.json").expect(200).json());
        List<ApiObject> some = objects.stream()
                .filter(object -> object.path().equals("accounts"))
                .toList();
        Ids ids = Ids.make(system.database(), owner, owner, owner, Samples.word());
        List<Probe> probes = new ArrayList<>(settings(ids.secret()));
        probes.addAll(identityProvider(system, owner, ids.secret()));
        probes.add(new Probe("POST /v1/jobs/{id}/cancel", "one that waits", 200, (api, none) -> cancelled(api), true));
        probes.add(new Probe("POST /v1/jobs/{id}/resume", "one that was", 200, (api, none) -> resumed(api), true));
        probes.addAll(Probes.all(some));
        Map<String, Boolean> told = new TreeMap<>();
        for (Probe probe : probes) {
            if (!probe.route().startsWith("GET ")
                    && !ASKING.matcher(probe.route()).matches()) {
                Answer answer = probe.send(owner, ids);
                boolean isTold = answer.status() < 300 && isTold(answer);
                told.merge(probe.route(), isTold, Boolean::logicalOr);
            }
        }
        assertThat(told.entrySet().stream().filter(route -> !route.getValue()))
                .as("operations without an entry")
                .isEmpty();
        assertThat(told.keySet()).as("operations that nobody tries").containsAll(changing());
    }

    /** A domain that is proved, and the running realm as a provider of its own people. */
    static List<Probe> identityProvider(RunningSystem system, Api owner, String word) {
        String base = "admin/identity-provider";
        String domain = base + "/domains/" + word + "x.example";
        String realm = owner.get(base).json().path("returnAddress").asText().replaceAll("/broker/.*", "");
        List<Probe> probes = new ArrayList<>();
        post(probes, base + "/domains", Map.of("domain", word + "x.example"));
        probes.add(new Probe(
                "POST /v1/" + base + "/domains/{domain}/verify",
                "a proved one",
                200,
                (api, none) -> proved(system, api, domain),
                true));
        put(
                probes,
                base,
                Map.of(
                        "protocol",
                        "oidc",
                        "address",
                        realm,
                        "clientId",
                        "nobody",
                        "clientSecret",
                        "nothing",
                        "version",
                        0));
        put(probes, base + "/active", Map.of("active", true));
        probes.add(new Probe(
                "POST /v1/" + base + "/test",
                "one that is there",
                200,
                (api, none) -> api.post(base + "/test", ""),
                true));
        probes.add(new Probe("DELETE /v1/" + base, "it again", 204, (api, none) -> api.delete(base), true));
        probes.add(new Probe(
                "DELETE /v1/" + base + "/domains/{domain}", "it again", 204, (api, none) -> api.delete(domain), true));
        return probes;
    }

    private static Answer proved(RunningSystem system, Api api, String domain) {
        try (NameServer names = new NameServer(system)) {
            api.get("admin/identity-provider/domains").json().path("items").forEach(one -> {
                if (domain.endsWith("/" + one.path("domain").asText())) {
                    names.put(
                            one.path("recordName").asText(),
                            one.path("recordValue").asText());
                }
            });
            return api.post(domain + "/verify", "");
        }
    }

    /** A job that has not been taken up yet. */
    private static Answer cancelled(Api api) {
        String job = api.request("POST", "jobs?type=import&object=accounts&dryRun=true&fileName=waiting.csv")
                .body("text/csv", "name\n" + "Waiting\n".repeat(20_000))
                .send()
                .expect(202)
                .id();
        return api.post("jobs/" + job + "/cancel", "");
    }

    private static Answer resumed(Api api) {
        String job = cancelled(api).expect(200).id();
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        api.get("jobs/" + job).json().path("status").asText().equals("cancelled"));
        return api.post("jobs/" + job + "/resume", "");
    }

    private boolean isTold(Answer answer) {
        return !owner.get("admin/audit?trace=" + answer.header("Trace-Id"))
                .expect(200)
                .json()
                .path("items")
                .isEmpty();
    }

    /** Changes of settings that succeed, where the probes of the matrix show that they may be refused. */
    static List<Probe> settings(String word) {
        List<Probe> probes = new ArrayList<>();
        String accounts = "admin/objects/accounts/";
        post(probes, "admin/objects", Map.of("name", word + "x", "path", word + "x", "labels", Map.of("en", "X")));
        post(probes, accounts + "fields", Map.of("name", word + "x", "type", "text", "labels", Map.of("en", "X")));
        post(
                probes,
                accounts + "rules",
                Map.of("name", word, "condition", "name != '" + word + "'", "messages", Map.of("en", "no")));
        put(probes, accounts + "layouts", layout("READ_ONLY"));
        probes.add(new Probe(
                "DELETE /v1/" + accounts + "layouts",
                "a layout",
                204,
                (api, none) -> api.delete(accounts + "layouts?role=READ_ONLY"),
                true));
        put(probes, accounts + "layouts/record-type-field", Map.of("recordTypeField", "type"));
        put(probes, accounts + "completeness", Map.of("weights", Map.of("name", 3)));
        put(probes, "admin/cleansing/months", Map.of("months", Map.of("accounts", 31)));
        put(probes, "admin/cleansing/months", Map.of("months", Map.of("accounts", 24)));
        post(probes, "admin/clients", Map.of("name", "C " + word, "grants", List.of()));
        post(probes, "admin/support-access", Map.of("hours", 1, "reason", "Audited"));
        probes.add(new Probe(
                "DELETE /v1/admin/support-access",
                "a leave",
                204,
                (api, none) -> api.delete("admin/support-access"),
                true));
        for (boolean on : List.of(false, true)) {
            probes.add(new Probe(
                    "PATCH /v1/admin/modules/{module}",
                    "switched",
                    200,
                    (api, none) -> api.patch("admin/modules/sales", Map.of("on", on)),
                    true));
        }
        company(probes);
        for (Map<String, Object> wanted : List.<Map<String, Object>>of(Map.of("idleMinutes", 240), Map.of())) {
            probes.add(new Probe(
                    "PUT /v1/admin/security",
                    "another idle time",
                    200,
                    (api, none) -> api.request("PUT", "admin/security")
                            .header("If-Match", "*")
                            .json(wanted)
                            .send(),
                    true));
        }
        post(probes, "admin/people", invited(word));
        probes.add(new Probe(
                "PATCH /v1/admin/people/{id}",
                "somebody who was asked in",
                200,
                (api, none) -> api.patch(
                        "admin/people/"
                                + api.post("admin/people", invited("x" + word))
                                        .expect(201)
                                        .id(),
                        Map.of("role", "ANALYST")),
                true));
        post(probes, "admin/roles", Map.of("label", "X " + word, "rights", Map.of()));
        post(probes, "admin/teams", Map.of("name", "X " + word));
        post(
                probes,
                "admin/sharing-rules",
                Map.of(
                        "name",
                        "X " + word,
                        "object",
                        "contacts",
                        "source",
                        Map.of("kind", "role", "name", "MEMBER"),
                        "grantee",
                        Map.of("kind", "role", "name", "MARKETING"),
                        "level",
                        "read"));
        post(probes, "views", Map.of("object", "accounts", "name", word, "shared", false));
        post(
                probes,
                "import-mappings",
                Map.of("object", "accounts", "name", word, "shared", false, "columns", Map.of("Firm", "name")));
        return probes;
    }

    private static void company(List<Probe> probes) {
        for (String colour : List.of("#7a1fa2", "")) {
            probes.add(new Probe(
                    "PUT /v1/admin/company", "another colour", 200, (api, none) -> painted(api, colour), true));
        }
        probes.add(new Probe(
                "PUT /v1/admin/company/logo",
                "a picture",
                200,
                (api, none) -> api.request("PUT", "admin/company/logo")
                        .body("image/png", picture())
                        .send(),
                true));
        probes.add(new Probe(
                "DELETE /v1/admin/company/logo",
                "it again",
                204,
                (api, none) -> api.delete("admin/company/logo"),
                true));
        probes.add(new Probe("POST /v1/admin/closing", "by its name", 201, (api, none) -> closed(api), true));
        probes.add(new Probe(
                "DELETE /v1/admin/closing", "taken back", 204, (api, none) -> api.delete("admin/closing"), true));
    }

    private static Answer closed(Api api) {
        String name = api.get("admin/company").expect(200).json().path("name").asText();
        return api.post("admin/closing", Map.of("name", name, "reason", "Audited"));
    }

    /** Its own colour is put back when the given one is empty. */
    private static Answer painted(Api api, String colour) {
        ObjectNode company = (ObjectNode) api.get("admin/company").expect(200).json();
        return api.put("admin/company", colour.isEmpty() ? company.putNull("accent") : company.put("accent", colour));
    }

    private static byte[] picture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> invited(String word) {
        return Map.of("email", word + "@acme.example", "name", "Invited", "role", "READ_ONLY");
    }

    private static Map<String, Object> layout(String role) {
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("role", role);
        layout.put("sections", List.of(Map.of("labels", Map.of("en", "All"), "fields", List.of("name"))));
        return layout;
    }

    private static void post(List<Probe> probes, String address, Object body) {
        probes.add(new Probe("POST /v1/" + address, "a setting", 201, (api, ids) -> api.post(address, body), true));
    }

    private static void put(List<Probe> probes, String address, Object body) {
        probes.add(new Probe("PUT /v1/" + address, "a setting", 200, (api, ids) -> api.put(address, body), true));
    }

    /** The changing operations of the document; of those that every object has, the ones of accounts. */
    private Set<String> changing() {
        JsonNode document = owner.get("openapi.json").expect(200).json();
        Set<String> others = ApiObject.all(document).stream()
                .map(ApiObject::path)
                .filter(path -> !path.equals("accounts"))
                .flatMap(path -> List.of("/v1/" + path, "/v1/admin/objects/" + path).stream())
                .collect(Collectors.toSet());
        Set<String> routes = new TreeSet<>();
        JsonNode paths = document.path("paths");
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    String route = method.toUpperCase(Locale.ROOT) + " " + path.getKey();
                    boolean isOfAnother = others.stream()
                            .anyMatch(other ->
                                    path.getKey().equals(other) || path.getKey().startsWith(other + "/"));
                    if (CHANGING.contains(method)
                            && !isOfAnother
                            && !ASKING.matcher(route).matches()) {
                        routes.add(route);
                    }
                }));
        return routes;
    }
}
