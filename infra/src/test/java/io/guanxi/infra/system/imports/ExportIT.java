package io.guanxi.infra.system.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Lists leave the product as a whole, as a file that a job makes. */
@SystemTest
class ExportIT {

    private final RunningSystem system;
    private final Api acme;
    private final Api globex;
    private final String word = Samples.word();

    ExportIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @Test
    void everyRecordOfAListIsInTheFileOnceAndInItsOrder() {
        ImportJob.submit(acme, "", GeneratedFile.of(word, 2_300).csv()).success();
        ImportJob job = export("&sort=-name&fields=name,employees&filter=name==" + word + "*");
        JsonNode done = job.success();
        assertThat(done.path("total").asLong()).isEqualTo(2_300);
        List<List<String>> rows = rows(job);
        assertThat(rows.get(0)).hasSize(2);
        List<String> names =
                rows.subList(1, rows.size()).stream().map(row -> row.get(0)).toList();
        List<String> listed = acme.all("accounts?limit=200&sort=-name&fields=name&filter=name==" + word + "*").stream()
                .map(record -> record.path("name").asText())
                .toList();
        assertThat(names).isEqualTo(listed).hasSize(2_300);
    }

    @Test
    void whatASpreadsheetWouldRunIsPlainTextInACsvAndAsItWasInAWorkbook() throws IOException {
        acme.post("accounts", Map.of("name", "=1+1 " + word, "description", "@sum", "rating", "hot"))
                .expect(201);
        String list = "&fields=name,description,rating&q=" + word;
        ImportJob csv = export(list);
        csv.success();
        assertThat(rows(csv).get(1)).startsWith("'=1+1 " + word, "'@sum");
        ImportJob xlsx = export("&format=xlsx" + list);
        JsonNode done = xlsx.success();
        assertThat(done.path("fileName").asText()).isEqualTo("accounts.xlsx");
        Answer file = acme.get("jobs/" + xlsx.id() + "/result").expect(200);
        assertThat(sheet(file.response().body()))
                .contains("=1+1 " + word, "@sum")
                .doesNotContain("<f>");
    }

    @Test
    void anEmptyListIsAFileWithHeadingsAlone() {
        ImportJob job = export("&filter=name==" + word);
        job.success();
        assertThat(rows(job)).hasSize(1);
    }

    @Test
    void anExportGoesOnAfterTheApplicationWasKilled() {
        ImportJob.submit(acme, "", GeneratedFile.of(word, 3_000).csv()).success();
        ImportJob job = export("&fields=externalId&filter=name==" + word + "*");
        system.kill9("payara");
        system.awaitServing();
        job.success();
        assertThat(rows(job)).hasSize(3_001).doesNotHaveDuplicates();
    }

    @Test
    void nobodyElseFetchesTheFileAndAWrongListIsRefusedAtOnce() {
        acme.post("accounts", Map.of("name", word)).expect(201);
        ImportJob job = export("&filter=name==" + word);
        job.success();
        globex.get("jobs/" + job.id() + "/result").expectProblem(404, "not-found");
        system.person("sales@acme.example").get("jobs/" + job.id() + "/result").expectProblem(404, "not-found");
        system.person("owner@acme.example").get("jobs/" + job.id() + "/result").expect(200);
        acme.post("jobs?type=export&object=accounts&filter=nothing==1", Map.of())
                .expectProblem(400, "invalid-query");
        acme.post("jobs?type=export&object=accounts&fields=nothing", Map.of()).expectProblem(400, "invalid-query");
        acme.post("jobs?type=export&object=nothing", Map.of()).expectProblem(400, "invalid-query");
    }

    private ImportJob export(String list) {
        return ImportJob.accepted(acme, acme.post("jobs?type=export&object=accounts" + list, Map.of()));
    }

    private List<List<String>> rows(ImportJob job) {
        String text = acme.get("jobs/" + job.id() + "/result").expect(200).text();
        assertThat(text).startsWith("\uFEFF");
        return CsvText.records(text.substring(1), ',');
    }

    private static String sheet(byte[] workbook) throws IOException {
        Path file = Files.write(Files.createTempFile(RunningSystem.target(), "export", ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
