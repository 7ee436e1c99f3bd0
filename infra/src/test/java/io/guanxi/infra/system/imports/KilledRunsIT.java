package io.guanxi.infra.system.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.Database;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Power cuts in the middle of runs over all records: they go on, and nothing happens to a record twice. */
@SystemTest
class KilledRunsIT {

    private static final int ROWS = 4_000;
    private static final String RUNS = "admin/cleansing/runs";

    private final RunningSystem system;
    private final Api admin;
    private final Api acme;
    private final Database database;
    private final String word = Samples.word();
    private final int employees = ThreadLocalRandom.current().nextInt(1_000_000, 100_000_000);
    private ImportJob imported;
    private String type;
    private String rule;

    KilledRunsIT(RunningSystem system) {
        this.system = system;
        admin = system.person("owner@acme.example");
        acme = system.partner("acme-partner");
        database = system.database();
    }

    @BeforeEach
    void importAccounts() {
        StringBuilder rows = new StringBuilder("externalId,name,employees,country,phone\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(CsvText.line(word + i, word + " " + i, employees, "DE", "+493090" + (200_000 + i)));
        }
        imported = ImportJob.submit(acme, "", rows.toString());
        imported.success();
    }

    @AfterEach
    void takeThemAway() {
        if (type != null) {
            admin.delete("customer-classes/" + type);
            admin.delete("stage-rules/" + rule);
        }
        imported.undo().success();
    }

    @Test
    void aRunOfTheRulesOfClassesAndStagesMovesEachAccountOnce() {
        String holds = "employees == " + employees;
        type = admin.post("customer-classes", Map.of("name", word, "position", 1, "rule", holds))
                .expect(201)
                .id();
        rule = admin.post("stage-rules", Map.of("name", word, "position", 1, "stage", "mature", "rule", holds))
                .expect(201)
                .id();
        killDuring(ImportJob.accepted(acme, acme.post("classification", "")));
        assertThat(acme.all("accounts?limit=200&fields=id&filter=customerClass==" + type))
                .hasSize(ROWS);
        assertThat(acme.all("accounts?limit=200&fields=id&filter=lifecycleStage==mature;employees==" + employees))
                .hasSize(ROWS);
        assertThat(moves("class_move WHERE tenant_id = 1001 AND to_name = ?")).containsExactly(ROWS, ROWS);
        assertThat(moves("stage_move WHERE tenant_id = 1001 AND rule_name = ?")).containsExactly(ROWS, ROWS);
    }

    @Test
    void aRunThatLooksForWhatIsWrongFindsItOnce() {
        database.change(
                "UPDATE account SET phones = REPLACE(phones, '+4930', '+49 (0)30'), version = version + 1"
                        + " WHERE tenant_id = 1001 AND name LIKE ?",
                word + " %");
        killDuring(ImportJob.accepted(admin, admin.post(RUNS, "")));
        String run = admin.get(RUNS).expect(200).json().at("/items/0/id").asText();
        List<String> found = admin.all(RUNS + "/" + run + "/findings?kind=phone").stream()
                .filter(finding -> finding.path("found").asText().startsWith("+49 (0)3090"))
                .map(finding -> finding.path("record").asText())
                .toList();
        assertThat(found).hasSize(ROWS).doesNotHaveDuplicates();
    }

    private void killDuring(ImportJob run) {
        run.awaitProcessed(ROWS / 2);
        system.kill9("payara");
        system.awaitServing();
        run.success();
    }

    /** How many moves there are, and of how many accounts. */
    private List<Integer> moves(String from) {
        return database.rows("SELECT COUNT(*), COUNT(DISTINCT account_id) FROM " + from, word).get(0).stream()
                .map(Integer::valueOf)
                .toList();
    }
}
