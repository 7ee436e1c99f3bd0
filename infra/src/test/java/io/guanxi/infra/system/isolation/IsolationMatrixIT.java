package io.guanxi.infra.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.ApiObject;
import io.guanxi.infra.system.support.Newcomers;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every operation that the running server's own document names, called by every kind of caller with ids of the other
 * tenant: the answer is the one that an id gets which nothing has.
 */
@SystemTest
class IsolationMatrixIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final RunningSystem system;
    private final Api acmePartner;
    private final Api globexPartner;
    private final Report report = new Report();

    /** A caller with things of their own tenant, and things of the other that nobody but their owner ever touches. */
    private record Caller(String name, Api api, boolean mayWrite, Ids own, Ids strange) {}

    IsolationMatrixIT(RunningSystem system) {
        this.system = system;
        acmePartner = system.partner("acme-partner");
        globexPartner = system.partner("globex-partner");
    }

    @Test
    void anIdOfAnotherTenantIsAnsweredLikeOneThatNothingHas() throws IOException {
        Ids ofGlobex = globexThings();
        Ids ofAcme = Ids.make(acmePartner, system.person("owner@acme.example"), acmePartner, Samples.word());
        List<String> before = state(ofAcme, ofGlobex);
        List<Caller> callers = callers(ofAcme, ofGlobex);
        for (Probe probe : Probes.all(objects())) {
            callers.forEach(caller -> ownThenStrange(probe, caller));
        }
        assertThat(state(ofAcme, ofGlobex)).isEqualTo(before);
        System.out.println(report);
        report.write(RunningSystem.target().resolve("isolation-report.json"));
        assertThat(report.faults()).isEmpty();
        assertThat(report.routes()).isEqualTo(documentedRoutes());
    }

    private Ids globexThings() {
        return Ids.make(globexPartner, system.person("owner@globex.example"), globexPartner, Samples.word());
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
                Ids.make(acmePartner, system.person("owner@acme.example"), api, Samples.word()),
                ofGlobex)));
        callers.add(new Caller(
                "reader@acme.example",
                Newcomers.readOnlyPerson(system),
                false,
                Ids.make(acmePartner, system.person("owner@acme.example"), acmePartner, Samples.word()),
                ofGlobex));
        for (String name : List.of("globex-partner", "owner@globex.example")) {
            Api api = name.contains("@") ? system.person(name) : globexPartner;
            Ids own = Ids.make(globexPartner, system.person("owner@globex.example"), api, Samples.word());
            callers.add(new Caller(name, api, true, own, ofAcme));
        }
        return callers;
    }

    private void ownThenStrange(Probe probe, Caller caller) {
        Answer own = probe.send(caller.api(), caller.own());
        boolean done = own.status() == probe.success() || own.status() == 201;
        report.own(done);
        if (!done && (caller.mayWrite() || !Set.of(403, 404).contains(own.status()))) {
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
            state.add(acmePartner
                    .get(object + "/" + ofAcme.records().get(object))
                    .expect(200)
                    .text());
            state.add(globexPartner
                    .get(object + "/" + ofGlobex.records().get(object))
                    .expect(200)
                    .text());
        });
        state.add(acmePartner.get("jobs/" + ofAcme.job()).expect(200).text());
        state.add(globexPartner.get("jobs/" + ofGlobex.job()).expect(200).text());
        return state;
    }

    private List<ApiObject> objects() {
        return ApiObject.all(acmePartner.get("openapi.json").expect(200).json());
    }

    private Set<String> documentedRoutes() {
        Set<String> routes = new TreeSet<>();
        acmePartner
                .get("openapi.json")
                .expect(200)
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        routes.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return routes;
    }

    @Test
    void aSwappedIdIsCaughtByTheComparison() {
        Ids own = Ids.make(acmePartner, system.person("owner@acme.example"), acmePartner, Samples.word());
        Ids madeUp = own.madeUp();
        List<String> unnoticed = new ArrayList<>();
        for (Probe probe : Probes.all(objects())) {
            Optional<String> difference =
                    Difference.between(probe.send(acmePartner, own), own, probe.send(acmePartner, madeUp), madeUp);
            if (difference.isEmpty()) {
                unnoticed.add(probe.toString());
            }
        }
        assertThat(unnoticed)
                .as("operations whose answer does not depend on the id")
                .allMatch(probe -> probe.contains("(nowhere)")
                        || probe.startsWith("GET /v1/jobs (cursor)")
                        || probe.startsWith("POST /v1/jobs (")
                        || probe.contains("recycle bin"));
    }

    @Test
    void documentsAreTheSameForEveryTenant() {
        for (String document : List.of("/api/v1/openapi.json", "/api/openapi.json", "/api/docs")) {
            assertThat(english(globexPartner, document)).isEqualTo(english(acmePartner, document));
        }
    }

    private static String english(Api api, String address) {
        return api.request("GET", address)
                .header("Accept-Language", "en")
                .send()
                .expect(200)
                .text();
    }
}
