package io.guanxi.infra.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.infra.proof.Figures;
import io.guanxi.infra.proof.ProofPart;
import io.guanxi.infra.proof.Proves;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ApiObject;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every operation that the running server's own document names, called by every kind of caller with ids of the other
 * tenant: the answer is the one that an id gets which nothing has.
 */
@SystemTest
@Proves(ProofPart.MATRIX)
class IsolationMatrixIT {

    private final RunningSystem system;
    private final Api acmePartner;
    private final Api globexPartner;
    /** Records that all people of a company read and its admins alone change. */
    private static final Pattern KEPT_BY_ADMINS =
            Pattern.compile("(POST|PUT|PATCH|DELETE) /v1/(care-processes|customer-classes|stage-rules)\\b");

    private final Report report = new Report();

    /** A caller with things of their own tenant, and things of the other that nobody but their owner ever touches. */
    private record Caller(String name, Api api, boolean mayWrite, Ids own, Ids strange) {

        boolean may(Probe probe) {
            boolean isKept = KEPT_BY_ADMINS.matcher(probe.route()).lookingAt() && name.startsWith("sales@");
            return probe.admin() ? name.startsWith("owner@") : mayWrite && !isKept;
        }
    }

    IsolationMatrixIT(RunningSystem system) {
        this.system = system;
        acmePartner = system.partner("acme-partner");
        globexPartner = system.partner("globex-partner");
    }

    @Test
    void anIdOfAnotherTenantIsAnsweredLikeOneThatNothingHas(Figures figures) throws IOException {
        Ids ofGlobex = globexThings();
        Ids ofAcme = Ids.make(
                system.database(), acmePartner, system.person("owner@acme.example"), acmePartner, Samples.word());
        List.of(acmePartner, globexPartner).forEach(IsolationMatrixIT::classify);
        List<String> before = state(ofAcme, ofGlobex);
        List<Caller> callers = callers(ofAcme, ofGlobex);
        for (Probe probe : Probes.all(objects())) {
            callers.forEach(caller -> ownThenStrange(probe, caller));
        }
        assertThat(state(ofAcme, ofGlobex)).isEqualTo(before);
        System.out.println(report);
        report.write(RunningSystem.target().resolve("isolation-report.json"));
        report.tell(figures);
        assertThat(report.faults()).isEmpty();
        assertThat(report.routes()).isEqualTo(Routes.of(acmePartner).names());
    }

    /** What a tenant asks for itself changes its accounts: let it be done before they are looked at. */
    private static void classify(Api api) {
        String job = api.post("classification", "").expect(202).id();
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        api.get("jobs/" + job).json().path("status").asText().equals("succeeded"));
    }

    private Ids globexThings() {
        return Ids.make(
                system.database(), globexPartner, system.person("owner@globex.example"), globexPartner, Samples.word());
    }

    private List<Caller> callers(Ids ofAcme, Ids ofGlobex) {
        List<Caller> callers = new ArrayList<>();
        Map<String, Api> acme = new LinkedHashMap<>();
        acme.put("acme-partner", acmePartner);
        acme.put("owner@acme.example", system.person("owner@acme.example"));
        acme.put("sales@acme.example", system.person("sales@acme.example"));
        acme.forEach((name, api) -> callers.add(new Caller(
                name,
                api,
                true,
                Ids.make(system.database(), acmePartner, system.person("owner@acme.example"), api, Samples.word()),
                ofGlobex)));
        callers.add(new Caller(
                "reader@acme.example",
                Newcomers.readOnlyPerson(system),
                false,
                Ids.make(
                        system.database(),
                        acmePartner,
                        system.person("owner@acme.example"),
                        acmePartner,
                        Samples.word()),
                ofGlobex));
        for (String name : List.of("globex-partner", "owner@globex.example")) {
            Api api = name.contains("@") ? system.person(name) : globexPartner;
            Ids own = Ids.make(
                    system.database(), globexPartner, system.person("owner@globex.example"), api, Samples.word());
            callers.add(new Caller(name, api, true, own, ofAcme));
        }
        return callers;
    }

    private void ownThenStrange(Probe probe, Caller caller) {
        Answer own = probe.send(caller.api(), caller.own());
        boolean done = own.status() == probe.success() || own.status() == 201;
        report.own(done);
        if (!done && (caller.may(probe) || !Set.of(403, 404).contains(own.status()))) {
            report.fault(probe + " by " + caller.name() + " with an id of its own: " + own);
        }
        Ids madeUp = caller.strange().madeUp();
        Answer strange = probe.send(caller.api(), caller.strange());
        Answer nothing = probe.send(caller.api(), madeUp);
        report.cell(probe, caller.name(), caller.strange());
        Difference.between(strange, caller.strange(), nothing, madeUp)
                .ifPresent(difference -> report.fault(probe + " by " + caller.name() + ": " + difference));
        String secret = caller.strange().secret();
        if (strange.text().contains(secret) && !strange.request().contains(secret)) {
            report.fault(probe + " by " + caller.name() + " shows the other tenant's " + strange);
        }
    }

    /** Everything about the things that nobody but their owner may change. */
    private List<String> state(Ids ofAcme, Ids ofGlobex) {
        List<String> state = new ArrayList<>();
        objects().stream().map(ApiObject::path).forEach(object -> {
            state.add(record(acmePartner, object, ofAcme));
            state.add(record(globexPartner, object, ofGlobex));
            state.add(field(system.person("owner@acme.example"), object, ofAcme));
            state.add(field(system.person("owner@globex.example"), object, ofGlobex));
        });
        state.add(acmePartner.get("views/" + ofAcme.view()).expect(200).text());
        state.add(acmePartner
                .get("import-mappings/" + ofAcme.mapping())
                .expect(200)
                .text());
        state.add(globexPartner
                .get("import-mappings/" + ofGlobex.mapping())
                .expect(200)
                .text());
        state.add(globexPartner.get("views/" + ofGlobex.view()).expect(200).text());
        state.add(acmePartner.get("jobs/" + ofAcme.job()).expect(200).text());
        state.add(globexPartner.get("jobs/" + ofGlobex.job()).expect(200).text());
        return state;
    }

    /** Without the fields of the tenant's own, some of which go while this runs. */
    private static String record(Api api, String object, Ids ids) {
        JsonNode record =
                api.get(object + "/" + ids.records().get(object)).expect(200).json();
        ((ObjectNode) record).remove("custom");
        return record.toString();
    }

    private static String field(Api owner, String object, Ids ids) {
        for (JsonNode field : owner.get("admin/objects/" + object + "/fields")
                .expect(200)
                .json()
                .path("items")) {
            if (field.path("id").asText().equals(ids.fields().get(object))) {
                return field.toString();
            }
        }
        throw new AssertionError("a field of " + object + " is gone");
    }

    private List<ApiObject> objects() {
        return ApiObject.all(acmePartner.get("openapi.json").expect(200).json());
    }

    @Test
    void aSwappedIdIsCaughtByTheComparison() {
        Ids own = Ids.make(
                system.database(), acmePartner, system.person("owner@acme.example"), acmePartner, Samples.word());
        Ids madeUp = own.madeUp();
        List<String> unnoticed = new ArrayList<>();
        Api owner = system.person("owner@acme.example");
        for (Probe probe : Probes.all(objects())) {
            Api api = probe.admin() ? owner : acmePartner;
            Optional<String> difference =
                    Difference.between(probe.send(api, own), own, probe.send(api, madeUp), madeUp);
            if (difference.isEmpty()) {
                unnoticed.add(probe.toString());
            }
        }
        assertThat(unnoticed)
                .as("operations whose answer does not depend on the id")
                .allMatch(probe -> probe.contains("(nowhere")
                        || probe.startsWith("GET /v1/jobs (cursor)")
                        || probe.endsWith("/duplicates (cursor)")
                        || probe.startsWith("POST /v1/jobs (")
                        || probe.contains("recycle bin"));
    }

    @Test
    void documentsAreTheSameForEveryTenant() {
        for (String document : List.of("/api/openapi.json", "/api/docs")) {
            assertThat(english(globexPartner, document)).isEqualTo(english(acmePartner, document));
        }
    }

    @Test
    void theDocumentOfATenantDiffersInItsOwnFieldsOnly() {
        Ids.make(system.database(), acmePartner, system.person("owner@acme.example"), acmePartner, Samples.word());
        JsonNode acme = englishDocument(acmePartner);
        JsonNode globex = englishDocument(globexPartner);
        assertThat(globex.equals(acme)).isFalse();
        withoutOwnFields(acme);
        withoutOwnFields(globex);
        assertThat(globex.equals(acme)).isTrue();
    }

    private static JsonNode englishDocument(Api api) {
        return api.request("GET", "openapi.json")
                .header("Accept-Language", "en")
                .send()
                .expect(200)
                .json();
    }

    /** Fields of a tenant's own stand in one member, and in the lists of what can be filtered and sorted by. */
    private static void withoutOwnFields(JsonNode document) {
        document.findParents("custom").forEach(parent -> ((ObjectNode) parent).remove("custom"));
        document.findParents("description").stream()
                .filter(parent -> parent.path("description").isTextual())
                .forEach(parent -> ((ObjectNode) parent)
                        .put("description", parent.path("description").asText().replaceAll(",? ?custom\\.\\w+", "")));
    }

    private static String english(Api api, String address) {
        return api.request("GET", address)
                .header("Accept-Language", "en")
                .send()
                .expect(200)
                .text();
    }
}
