package io.guanxi.infra.system;

import static org.awaitility.Awaitility.await;

import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person of Acme whose role is tried, another whose records that is tried on, and an owner who gives roles. */
final class RoleTrial {

    static final Duration SOON = Duration.ofSeconds(20);

    final Api owner;
    final Api scout;
    final Api mate;
    final String scoutId;
    final String mateId;
    private final List<String> made = new ArrayList<>();

    RoleTrial(RunningSystem system) {
        owner = system.person("owner@acme.example");
        scout = Newcomers.person(system, 4712, "Sam Scout", "scout@acme.example", "MEMBER");
        mate = Newcomers.person(system, 4713, "Mia Mate", "mate@acme.example", "MEMBER");
        scout.get("accounts?limit=1").expect(200);
        mate.get("accounts?limit=1").expect(200);
        scoutId = idOf("scout@acme.example");
        mateId = idOf("mate@acme.example");
    }

    /** Everybody is what they were, and what was made is gone. */
    void putBack() {
        for (String person : List.of(scoutId, mateId)) {
            Map<String, Object> plain = new HashMap<>(Map.of("role", "MEMBER", "active", true));
            plain.put("manager", null);
            owner.patch("admin/people/" + person, plain).expect(200);
        }
        for (String kind : List.of("teams", "sharing-rules")) {
            owner.get("admin/" + kind).json().path("items").forEach(item -> {
                if (item.toString().contains(scoutId)) {
                    made.add("admin/" + kind + "/" + item.path("id").asText());
                }
            });
        }
        made.forEach(address -> {
            long version = address.contains("sharing-rules")
                    ? 0
                    : owner.get(address).json().path("version").asLong();
            owner.delete(address + "?version=" + version).expect(204);
        });
    }

    void awaitRole(Api api, String hidden) {
        await().atMost(SOON).untilAsserted(() -> api.get("accounts/" + hidden).expectProblem(404, "not-found"));
    }

    String account(Api api, String name) {
        return api.post("accounts", Map.of("name", name)).expect(201).id();
    }

    void become(String person, String role) {
        owner.patch("admin/people/" + person, Map.of("role", role)).expect(200);
    }

    /** Rights to all objects; with those that everybody works by everything is allowed. */
    static Map<String, Object> rights(String read, String update, String delete) {
        return new HashMap<>(Map.of(
                "read", read, "create", true, "update", update, "delete", delete, "export", true, "import", true));
    }

    String role(Map<String, Object> rights) {
        return role(rights, List.of("edit_in_bulk", "merge", "share_records"));
    }

    String role(Map<String, Object> rights, List<String> features) {
        Map<String, Object> plain = new HashMap<>(rights);
        plain.remove("fields");
        Map<String, Object> tree =
                new HashMap<>(Map.of("features", features, "otherwise", plain, "common", rights("all", "all", "all")));
        tree.put("objects", Map.of("account", rights));
        String name = owner.post("admin/roles", Map.of("label", "Role " + Samples.word(), "rights", tree))
                .expect(201)
                .json()
                .path("name")
                .asText();
        made(name);
        return name;
    }

    String idOf(String email) {
        return owner.all("admin/people").stream()
                .filter(person -> person.path("email").asText().equals(email))
                .map(person -> person.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /** The role is taken away when the trial is over. */
    void made(String role) {
        made.add("admin/roles/" + role);
    }

    static List<String> ids(Api api, String address) {
        List<String> ids = new ArrayList<>();
        api.get(address)
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
