package io.guanxi.infra.system.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An import that was submitted by file, and what becomes of it. */
public final class ImportJob {

    private static final Set<String> ENDED = Set.of("succeeded", "failed", "cancelled");
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration POLL = Duration.ofMillis(300);

    private final Api api;
    private final String id;

    private ImportJob(Api api, String id) {
        this.api = api;
        this.id = id;
    }

    /** Submits accounts; the parameters are those after {@code object=accounts}. */
    static Answer send(Api api, String parameters, byte[] file) {
        return api.request("POST", "jobs?type=import&object=accounts" + parameters)
                .body("text/csv", file)
                .send();
    }

    public static ImportJob submit(Api api, String parameters, byte[] file) {
        return accepted(api, send(api, parameters, file));
    }

    /** Submits rows of an object, by its place in addresses. */
    public static ImportJob submit(Api api, String object, String parameters, byte[] file) {
        return accepted(
                api,
                api.request("POST", "jobs?type=import&object=" + object + parameters)
                        .body("text/csv", file)
                        .send());
    }

    public static ImportJob accepted(Api api, Answer answer) {
        Answer accepted = answer.expect(202);
        assertThat(accepted.header("Location")).isEqualTo("/api/v1/jobs/" + accepted.id());
        return new ImportJob(api, accepted.id());
    }

    public static ImportJob submit(Api api, String parameters, String file) {
        return submit(api, parameters, file.getBytes(StandardCharsets.UTF_8));
    }

    public String id() {
        return id;
    }

    /** How it stands; of a server that is being started again nothing is expected. */
    JsonNode now() {
        return api.get("jobs/" + id).expect(200).json();
    }

    /** Returns when so many rows have been gone through, or the job has ended. */
    void awaitProcessed(long rows) {
        await().atMost(PATIENCE)
                .pollInterval(POLL)
                .ignoreException(UncheckedIOException.class)
                .until(() -> {
                    JsonNode job = now();
                    return job.path("processed").asLong() >= rows || ended(job);
                });
    }

    /** How it ended. */
    JsonNode end() {
        await().atMost(PATIENCE).pollInterval(POLL).ignoreExceptions().until(() -> ended(now()));
        return now();
    }

    /** How it ended when it went through all rows. */
    public JsonNode success() {
        JsonNode job = end();
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("succeeded");
        assertThat(job.path("processed").asLong()).isEqualTo(job.path("total").asLong());
        return job;
    }

    static boolean ended(JsonNode job) {
        return ENDED.contains(job.path("status").asText());
    }

    void cancel() {
        api.post("jobs/" + id + "/cancel", "").expect(200);
    }

    /** The job that takes this one back. */
    ImportJob undo() {
        return accepted(api, api.post("jobs/" + id + "/undo", ""));
    }

    /** The file of errors as a partner gets it. */
    String errorFile() {
        Answer file = api.request("GET", "jobs/" + id + "/errors")
                .header("Accept", "text/csv")
                .header("Accept-Language", "en")
                .send()
                .expect(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        return file.text();
    }

    /** The rows of the file of errors by its headings; the row as it was begins under {@code Row as it was}. */
    List<Map<String, String>> errors() {
        return CsvText.rows(errorFile(), ',');
    }

    static void assertCounts(JsonNode job, long created, long updated, long skipped, long failed) {
        assertThat(List.of("created", "updated", "skipped", "failed").stream()
                        .map(name -> job.path(name).asLong())
                        .toList())
                .as("created, updated, skipped, failed of " + job)
                .containsExactly(created, updated, skipped, failed);
    }
}
