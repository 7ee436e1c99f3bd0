package io.guanxi.infra.system.imports;

import static io.guanxi.infra.system.imports.ImportJob.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Power cuts in the middle of an import. With {@code -Dguanxi.test.long=true} as many and as large as the product
 * promises: ten in 100,000 rows, for each part that may die.
 */
@SystemTest
class ImportCrashIT {

    private static final boolean LONG = Boolean.getBoolean("guanxi.test.long");
    private static final int ROWS = LONG ? 100_000 : 10_000;
    private static final int CUTS = LONG ? 10 : 3;

    private static final Duration SEARCHABLE = Duration.ofSeconds(30);

    private final RunningSystem system;
    private final Api acme;

    ImportCrashIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payara", "database"})
    void anImportOutlivesThatAPartIsKilled(String part) {
        GeneratedFile file = GeneratedFile.of(Samples.word(), ROWS);
        ImportJob job = ImportJob.submit(acme, "", file.csv());
        long piece = ROWS / (CUTS + 1);
        for (int cut = 0; cut < CUTS; cut++) {
            // Somewhere in the next piece of the file, so that each kill meets a running job.
            job.awaitProcessed(cut * piece + ThreadLocalRandom.current().nextLong(piece));
            system.kill9(part);
            system.awaitServing();
        }
        JsonNode done = job.success();
        assertCounts(done, ROWS, 0, 0, 0);
        assertThat(job.errors()).isEmpty();
        assertThat(imported(file.word())).isEqualTo(file.expected());
        // The search may follow an import some seconds later.
        await().atMost(SEARCHABLE)
                .untilAsserted(() -> assertThat(acme.get("accounts?q=" + file.word() + "%20" + (ROWS - 1))
                                .json()
                                .path("items"))
                        .hasSize(1));
        assertThat(acme.all("jobs?limit=100"))
                .noneMatch(other -> other.path("status").asText().equals("running"));
    }

    private Map<String, List<String>> imported(String word) {
        Map<String, String> contacts = new HashMap<>();
        acme.all("contacts?limit=200&fields=name,account&sort=name&filter=name=='Ada%20Number*'")
                .forEach(contact -> contacts.merge(
                        contact.path("account").asText(),
                        contact.path("name").asText(),
                        (one, two) -> one + " and " + two));
        Map<String, List<String>> imported = new HashMap<>();
        for (JsonNode account : acme.all("accounts?limit=200&fields=externalId,name,employees,description,city,country"
                + "&sort=name&filter=name==" + word + "*")) {
            List<String> twice = imported.put(
                    account.path("externalId").asText(),
                    List.of(
                            account.path("name").asText(),
                            account.path("employees").asText(),
                            account.path("description").asText(),
                            account.path("city").asText(),
                            account.path("country").asText(),
                            contacts.getOrDefault(account.path("id").asText(), "none")));
            assertThat(twice).isNull();
        }
        return imported;
    }
}
