package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.TenantFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company takes all that it has out of the product, by itself. */
@SystemTest
class TenantExportIT {

    private static final String EXPORTS = "admin/tenant-export";

    private final RunningSystem system;
    private final Api owner;
    private final RoleTrial trial;

    @TempDir
    private Path folder;

    TenantExportIT(RunningSystem system) {
        this.system = system;
        owner = system.person("owner@acme.example");
        trial = new RoleTrial(system);
    }

    @AfterEach
    void putBack() {
        trial.putBack();
    }

    private Answer done() {
        Answer job = owner.post(EXPORTS, "").expect(202);
        await().untilAsserted(() -> assertThat(
                        owner.get("jobs/" + job.id()).json().path("status").asText())
                .isEqualTo("succeeded"));
        return job;
    }

    @Test
    void anAdminGetsOneFileWithAManifestThatSaysWhatIsInIt() throws IOException {
        Answer job = done();
        JsonNode told = owner.get(EXPORTS).expect(200).json().at("/items/0");
        assertThat(told.path("id").asText()).isEqualTo(job.id());
        assertThat(told.path("processed").asLong())
                .isPositive()
                .isEqualTo(told.path("total").asLong());
        Answer file = owner.get(told.at("/links/result").asText()).expect(200);
        assertThat(file.header("Content-Type")).startsWith("application/zip");
        Path path = folder.resolve("acme.zip");
        Files.write(path, file.response().body());
        JsonNode manifest = new TenantFile(path).manifest();
        assertThat(manifest.at("/tenant/slug").asText()).isEqualTo("acme");
        long rows = 0;
        for (JsonNode entry : manifest.path("entries")) {
            rows += entry.path("rows").asLong();
            assertThat(entry.path("sha256").asText()).hasSize(64);
        }
        assertThat(rows).isEqualTo(told.path("total").asLong());
        List<JsonNode> audit = owner.all("admin/audit?kind=jobs&trace=" + file.header("Trace-Id"));
        assertThat(audit).extracting(entry -> entry.path("action").asText()).containsExactly("fetched");
    }

    @Test
    void whoMaySeeTheAuditButNotAdministerGetsNeitherTheListNorTheFile() {
        String job = done().id();
        trial.become(trial.scoutId, trial.role(RoleTrial.rights("all", "all", "all"), List.of("audit")));
        await().atMost(RoleTrial.SOON)
                .untilAsserted(() -> trial.scout.get("admin/audit").expect(200));
        trial.scout.get("jobs/" + job).expect(200);
        trial.scout.get("jobs/" + job + "/result").expectProblem(403, "access-denied");
        trial.scout.get(EXPORTS).expectProblem(403, "access-denied");
        trial.scout.post(EXPORTS, "").expectProblem(403, "access-denied");
        trial.mate.get("jobs/" + job + "/result").expectProblem(404, "not-found");
        system.partner("acme-partner").post(EXPORTS, "").expectProblem(403, "access-denied");
        system.person("owner@globex.example").get("jobs/" + job + "/result").expectProblem(404, "not-found");
    }
}
