package io.guanxi.infra.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guanxi.infra.proof.Figures;
import io.guanxi.infra.proof.ProofPart;
import io.guanxi.infra.proof.Proves;
import io.guanxi.infra.system.isolation.Routes.Route;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ApiObject;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.Newcomers.Company;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever else somebody writes into a record or a setting, it takes what is its own and nothing more. */
@SystemTest
@Proves(ProofPart.ASSIGNMENT)
class MassAssignmentIT {

    /** One operation of so many may want something first that no probe has. */
    private static final int FEW = 5;

    private static final String CLOSING = "POST /v1/admin/closing";

    private final RunningSystem system;
    private final Company company;
    private final Company other;
    private final TenantRows rows;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> tried = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private int attempts;

    MassAssignmentIT(RunningSystem system) {
        this.system = system;
        company = Newcomers.company(system, "enterprise");
        other = Newcomers.company(system, "enterprise");
        rows = new TenantRows(system.database());
    }

    @Test
    void noInputTakesAMemberThatIsNotItsOwn(Figures figures) {
        Api owner = company.owner();
        owner.post("admin/objects", Map.of("name", "boat", "path", "boats", "labels", Map.of("en", "Boat")))
                .expect(201);
        Api stranger = other.owner();
        Answer foreign = stranger.post("accounts", Map.of("name", "Untouched")).expect(201);
        JsonNode document = owner.get("openapi.json").expect(200).json();
        ForeignMembers members = new ForeignMembers(
                document, other.id(), foreign.json().path("owner").asText(), foreign.id());
        Map<String, Route> routes =
                Routes.of(owner).all().stream().collect(Collectors.toMap(Route::name, route -> route));
        Ids ids = Ids.make(system.database(), owner, owner, owner, Samples.word());
        List<Probe> probes = new ArrayList<>(AuditCoverageIT.settings(Samples.word()));
        probes.addAll(AuditCoverageIT.identityProvider(system, owner, Samples.word()));
        Map<Boolean, List<ApiObject>> objects = ApiObject.all(document).stream()
                .collect(Collectors.partitioningBy(object -> object.path().equals("accounts")));
        objects.get(false).forEach(object -> probes.addAll(records(object)));
        probes.addAll(Probes.all(objects.get(true)));
        Map<String, String> before = rows.of(other.id());
        for (Probe probe : probes) {
            if (!probe.route().startsWith("GET ")
                    && !AuditCoverageIT.ASKING.matcher(probe.route()).matches()
                    && routes.containsKey(probe.route())
                    && takesJson(routes.get(probe.route()))) {
                attempt(probe, members.of(routes.get(probe.route())), ids);
                // The first input may have closed the company, which takes no others then.
                if (probe.route().equals(CLOSING)) {
                    owner.delete("admin/closing");
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(rows.of(other.id())).as("rows of the other company").isEqualTo(before);
        JsonNode after = stranger.get("accounts/" + foreign.id()).expect(200).json();
        for (String name : List.of("name", "owner", "createdAt", "createdBy")) {
            assertThat(after.path(name)).as(name).isEqualTo(foreign.json().path(name));
        }
        assertThat(rows.marked(company.id())).as("members that have arrived").isEmpty();
        owner.get("accounts/" + foreign.id()).expect(404);
        Set<String> untried = untried(routes.values(), objects.get(false));
        assertThat(untried).as("operations that nobody tried").hasSizeLessThan(tried.size() / FEW);
        figures.put("operations", tried.size());
        figures.put("members", names.size());
        figures.put("requests", attempts);
        figures.put("changed", 0);
        System.out.println("assignment: " + tried.size() + " operations, " + names.size() + " names, " + attempts
                + " requests; not tried: " + untried);
    }

    /** That a member which is taken would be seen, in the answer and beneath it. */
    @Test
    void aMemberThatIsTakenIsSeen() {
        Api owner = company.owner();
        Answer made = owner.post("accounts", Map.of("name", "Open")).expect(201);
        JsonNode value = JsonNodeFactory.instance.textNode("Taken");
        Answer taken = owner.changing(body -> ForeignMembers.added(body, "legalName", value))
                .patch("accounts/" + made.id(), Map.of("name", "Open"));
        assertThat(isTaken(taken, "legalName", value)).isTrue();
        owner.post("contacts", Map.of("lastName", "Open")).expect(201);
        Map<String, String> before = rows.of(company.id());
        assertThat(rows.marked(company.id())).isEmpty();
        system.database()
                .change(
                        "UPDATE contact SET created_at = '2001-02-03 04:05:06', version = ? WHERE tenant_id = ?",
                        ForeignMembers.VERSION,
                        company.id());
        assertThat(rows.marked(company.id())).contains("contact.created_at", "contact.version");
        assertThat(rows.of(company.id())).isNotEqualTo(before);
        assertThat(rows.of(company.id()).keySet()).contains("account", "member", "partner_client", "custom_field");
    }

    /** What makes and changes records of an object; the rest is the same for each, and tried at accounts. */
    private static List<Probe> records(ApiObject object) {
        String list = "/v1/" + object.path();
        Function<Ids, Map<String, Object>> sample =
                ids -> object.sample("New " + Samples.word(), ids.byName(), ids.currency());
        return List.of(
                new Probe("POST " + list, "new", 201, (api, ids) -> api.post(object.path(), sample.apply(ids)), false),
                new Probe(
                        "PUT " + list + "/by-external-id/{system}/{externalId}",
                        "new",
                        201,
                        (api, ids) ->
                                api.put(object.path() + "/by-external-id/erp/" + Samples.word(), sample.apply(ids)),
                        false),
                new Probe(
                        "POST " + list + "/bulk",
                        "new",
                        200,
                        (api, ids) -> api.post(
                                object.path() + "/bulk", List.of(Map.of("op", "create", "data", sample.apply(ids)))),
                        false),
                new Probe(
                        "PATCH " + list + "/{id}",
                        "changed",
                        200,
                        (api, ids) -> api.patch(
                                object.path() + "/" + ids.records().get(object.path()),
                                Map.of(object.title(), "Changed")),
                        false));
    }

    /**
     * Sends an input with each foreign member, and then as it is: that it is taken then shows that the member was what it was
     * refused for. What sends no object of JSON is just done, for what comes after it.
     */
    private void attempt(Probe probe, Map<String, JsonNode> members, Ids ids) {
        Queue<String> found = new ConcurrentLinkedQueue<>();
        if (!tried.contains(probe.route())) {
            Map.Entry<String, JsonNode> first = members.entrySet().iterator().next();
            if (!isInput(probe, first.getKey(), first.getValue(), ids, found)) {
                return;
            }
            members.entrySet().parallelStream()
                    .skip(1)
                    .forEach(member -> isInput(probe, member.getKey(), member.getValue(), ids, found));
        }
        Answer plain = probe.send(company.owner(), ids);
        if (plain.status() < 300 && tried.add(probe.route())) {
            faults.addAll(found);
            names.addAll(members.keySet());
            attempts += members.size();
        }
    }

    /** Sends an input with a foreign member and judges the answer; false when no object of JSON was sent. */
    private boolean isInput(Probe probe, String name, JsonNode value, Ids ids, Queue<String> found) {
        AtomicBoolean isInput = new AtomicBoolean();
        Api foreign = company.owner().changing(body -> {
            isInput.set(body.isObject() || body.path(0).isObject());
            return ForeignMembers.added(body, name, value);
        });
        Optional<Answer> answer = sent(probe, foreign, ids);
        answer.flatMap(one -> judge(probe.route(), name, value, one)).ifPresent(found::add);
        return answer.isPresent() && isInput.get();
    }

    /** Empty when the probe needs something else first, which is refused for the member as well. */
    private static Optional<Answer> sent(Probe probe, Api api, Ids ids) {
        try {
            return Optional.of(probe.send(api, ids));
        } catch (AssertionError refusedBefore) {
            return Optional.empty();
        }
    }

    private static Optional<String> judge(String route, String name, JsonNode value, Answer answer) {
        String fault = "";
        if (answer.status() >= 500 || answer.status() == 401) {
            fault = "failed";
        } else if (isTaken(answer, name, value)) {
            fault = "taken";
        } else if (answer.status() < 300 && !isRefusedInside(answer, name)) {
            fault = "not refused";
        } else if (answer.status() > 400 && answer.status() != 422) {
            fault = "refused for something else";
        }
        return fault.isEmpty()
                ? Optional.empty()
                : Optional.of(route + " with " + name + " " + fault + ": " + answer.status());
    }

    /** Whether an answer shows the value where it was meant to go. */
    private static boolean isTaken(Answer answer, String name, JsonNode value) {
        return answer.status() < 300
                && !answer.text().isEmpty()
                && answer.json().findValues(name).contains(value);
    }

    /** A list of operations is answered as a whole, each of them for itself. */
    private static boolean isRefusedInside(Answer answer, String name) {
        JsonNode first = answer.text().isEmpty() ? null : answer.json().at("/results/0");
        return first != null
                && first.path("status").asInt() / 100 == 4
                && first.toString().contains("/" + name);
    }

    private static boolean takesJson(Route route) {
        return route.operation().path("requestBody").path("content").properties().stream()
                .anyMatch(content -> content.getKey().endsWith("json"));
    }

    /** Operations of the document that take an object of JSON and were not tried. */
    private Set<String> untried(Collection<Route> routes, List<ApiObject> others) {
        Set<String> paths = others.stream().map(ApiObject::path).collect(Collectors.toSet());
        return routes.stream()
                .filter(route -> !AuditCoverageIT.ASKING.matcher(route.name()).matches())
                .filter(route -> !paths.contains(route.path().replaceFirst("/v1/admin/objects/([^/{]+)/.*", "$1")))
                .filter(route -> !route.path().matches("/v1/contacts/.*(merge|shares|duplicates).*")
                        && !route.path().matches("/v1/[^/]+/\\{id}/shares.*"))
                .filter(MassAssignmentIT::takesJson)
                .map(Route::name)
                .filter(name -> !tried.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
