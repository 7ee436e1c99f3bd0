package io.guanxi.infra.system.isolation;

import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Ways to name a job, and records by way of one. */
final class JobProbes {

    private static final String CSV = "text/csv";

    private final List<Probe> all = new ArrayList<>();

    private JobProbes() {}

    static List<Probe> all() {
        JobProbes probes = new JobProbes();
        probes.jobs();
        probes.work();
        return probes.all;
    }

    private void jobs() {
        Function<Ids, String> address = ids -> "jobs/" + ids.job();
        add("GET /v1/jobs/{id}", "path", 200, (api, ids) -> api.get(address.apply(ids)));
        add("GET /v1/jobs/{id}/errors", "path", 200, (api, ids) -> api.get(address.apply(ids) + "/errors"));
        add("POST /v1/jobs/{id}/cancel", "path", 200, (api, ids) -> api.post(address.apply(ids) + "/cancel", ""));
        add("GET /v1/jobs/{id}/changes", "path", 200, (api, ids) -> api.get(address.apply(ids) + "/changes"));
        add("GET /v1/jobs/{id}/result", "path", 200, (api, ids) -> api.get("jobs/" + ids.export() + "/result"));
        add("POST /v1/jobs/{id}/resume", "path", 200, (api, ids) -> api.post(address.apply(ids) + "/resume", ""));
        add("POST /v1/jobs/{id}/undo", "path", 202, (api, ids) -> api.post(address.apply(ids) + "/undo", ""));
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

    /** Work over the records of a list finds those of the tenant alone. */
    private void work() {
        add(
                "POST /v1/jobs",
                "bulk edit by the other system's id",
                202,
                (api, ids) -> api.post(
                        "jobs?type=bulk&object=accounts&filter=externalId==" + ids.externalId(),
                        Map.of("action", "update", "set", Map.of("name", "Changed by a bulk edit"))));
    }

    private void add(String route, String where, int success, BiFunction<Api, Ids, Answer> send) {
        all.add(new Probe(route, where, success, send, false));
    }
}
