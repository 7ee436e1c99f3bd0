package io.guanxi.infra.system.imports;

import static io.guanxi.infra.system.imports.ImportJob.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class ImportIT {

    private final Api acme;
    private final Api globex;
    private final String word = Samples.word();

    ImportIT(RunningSystem system) {
        acme = system.partner("acme-partner");
        globex = system.partner("globex-partner");
    }

    @Test
    void rowsBecomeRecordsAndBadOnesAreTold() {
        String file = "name,employees,phone,email,city,country\n"
                + word + " one,12,+4930901820,one@example.com,Berlin,Germany\n"
                + word + " two,many,+4930901820,two@example.com,Berlin,Germany\n"
                + ",13,,,,\n"
                + word + " four,14,12,four@example.com,Paris,France\n"
                + word + " five,15,01 42 68 53 00,five@example.com,Paris,France\n"
                + word + " six,16,,six@@example.com,Paris,Atlantis\n";
        ImportJob job = ImportJob.submit(acme, "&fileName=small.csv&phones=refuse", file);
        JsonNode done = job.success();
        assertCounts(done, 2, 0, 0, 4);
        assertThat(done.path("fileName").asText()).isEqualTo("small.csv");
        List<JsonNode> made = acme.all("accounts?sort=name&filter=name==" + word + "*");
        assertThat(made)
                .extracting(account -> account.path("name").asText())
                .containsExactly(word + " five", word + " one");
        assertThat(made.get(0).path("phone").asText()).isEqualTo("+33142685300");
        assertThat(made.get(0).path("country").asText()).isEqualTo("FR");
        assertThat(job.errors()).extracting(error -> error.get("Line")).containsExactly("3", "4", "5", "7");
        assertThat(job.errors())
                .extracting(error -> error.get("Column"))
                .containsExactly("employees", "name", "phone", "country");
        assertThat(job.errors())
                .allSatisfy(error -> assertThat(error.get("Reason")).isNotBlank());
    }

    @Test
    void phonesThatCannotBeAreLeftOutWithAWarningUnlessTheirRowsAreToBeRefused() {
        String file = "name,phone\n" + word + ",12\n";
        assertCounts(ImportJob.submit(acme, "&phones=refuse", file).success(), 0, 0, 0, 1);
        ImportJob job = ImportJob.submit(acme, "", file);
        assertCounts(job.success(), 1, 0, 0, 0);
        assertThat(job.errors()).extracting(error -> error.get("Kind")).containsExactly("Warning");
        ImportJob.send(acme, "&phones=perhaps", file.getBytes(StandardCharsets.UTF_8))
                .expectProblem(400, "invalid-query");
    }

    @Test
    void whatLooksLikeAFormulaIsDataInAndPlainTextOut() {
        String file = "name,employees,description\n"
                + "=1+1 " + word + ",1,@sum\n"
                + "=cmd|' /C calc'!A0 " + word + ",many,@evil\n"
                + "-2+3 " + word + ",few,+plus\n";
        ImportJob job = ImportJob.submit(acme, "", file);
        assertCounts(job.success(), 1, 0, 0, 2);
        JsonNode made = acme.all("accounts?q=" + word).get(0);
        assertThat(made.path("name").asText()).isEqualTo("=1+1 " + word);
        assertThat(made.path("description").asText()).isEqualTo("@sum");
        assertThat(CsvText.records(job.errorFile(), ',').stream().flatMap(List::stream))
                .contains("'=cmd|' /C calc'!A0 " + word, "'@evil", "'-2+3 " + word, "'+plus")
                .noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r].*"));
    }

    @Test
    void aDryRunChecksEverythingAndKeepsNothing() {
        long before = total(acme);
        ImportJob job = ImportJob.submit(acme, "&dryRun=true", "name,employees\n" + word + ",1\n" + word + ",many\n");
        assertCounts(job.success(), 1, 0, 0, 1);
        assertThat(job.errors()).hasSize(1);
        assertThat(acme.all("accounts?filter=name==" + word)).isEmpty();
        assertThat(acme.all("accounts?q=" + word)).isEmpty();
        assertThat(total(acme)).isEqualTo(before);
    }

    private static long total(Api api) {
        return api.get("accounts?limit=1&count=true")
                .expect(200)
                .json()
                .path("total")
                .asLong();
    }

    @Test
    void aRowWhoseRecordIsThereIsSkippedChangedOrMadeAgainAsWished() {
        String known = acme.post("accounts", Map.of("name", word + " known", "rating", "cold", "industry", "retail"))
                .expect(201)
                .id();
        String file = "name,rating\n" + word + " known,hot\n" + word + " new,warm\n" + word + " new,hot\n";
        assertCounts(ImportJob.submit(acme, "&mode=skip&key=name", file).success(), 1, 0, 2, 0);
        assertThat(rating(known)).isEqualTo("cold");
        assertThat(acme.all("accounts?filter=name==" + word + "*")).hasSize(2);
        String other = "name,rating\n" + word + " known,warm\n" + word + " unknown,hot\n";
        assertCounts(ImportJob.submit(acme, "&mode=update&key=name", other).success(), 0, 1, 1, 0);
        JsonNode changed = acme.get("accounts/" + known).json();
        assertThat(changed.path("rating").asText()).isEqualTo("warm");
        assertThat(changed.path("industry").asText()).isEqualTo("retail");
        assertCounts(ImportJob.submit(acme, "&mode=upsert&key=name", other).success(), 1, 1, 0, 0);
        assertThat(acme.all("accounts?filter=name==" + word + "*")).hasSize(3);
        assertCounts(ImportJob.submit(acme, "&mode=create", other).success(), 2, 0, 0, 0);
        assertThat(acme.all("accounts?filter=name==" + word + "*")).hasSize(5);
        ImportJob.send(acme, "&mode=skip", file.getBytes(StandardCharsets.UTF_8))
                .expectProblem(400, "invalid-query");
        ImportJob.send(acme, "&mode=skip&key=description", file.getBytes(StandardCharsets.UTF_8))
                .expectProblem(422, "invalid-record");
    }

    private String rating(String id) {
        return acme.get("accounts/" + id).expect(200).json().path("rating").asText();
    }

    @Test
    void headingsOfItsOwnAreMappedByTheSender() {
        String boundary = "----" + word;
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"mapping\"\r\n"
                + "Content-Type: application/json\r\n\r\n{\"Bezeichnung\":\"name\",\"Leute\":\"employees\"}\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"k.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + "Bezeichnung;Leute;Sonstiges\r\n" + word + ";77;x\r\n\r\n--" + boundary + "--\r\n";
        Answer accepted = acme.request("POST", "jobs?type=import&object=accounts")
                .body("multipart/form-data; boundary=" + boundary, body)
                .send()
                .expect(202);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(2))
                .until(() -> ImportJob.ended(acme.get("jobs/" + accepted.id()).json()));
        assertThat(acme.all("accounts?filter=name==" + word)
                        .get(0)
                        .path("employees")
                        .asInt())
                .isEqualTo(77);
        ImportJob.send(acme, "", "Bezeichnung;Leute\nx;1\n".getBytes(StandardCharsets.UTF_8))
                .expectProblem(422, "invalid-mapping");
    }

    @Test
    void aCancelledImportKeepsWhatWasDoneAndNothingElse() {
        ImportJob job =
                ImportJob.submit(acme, "", GeneratedFile.of(word, 20_000).csv());
        job.awaitProcessed(400);
        job.cancel();
        JsonNode end = job.end();
        assertThat(end.path("status").asText()).isEqualTo("cancelled");
        assertThat(end.path("created").asLong()).isGreaterThanOrEqualTo(400).isLessThan(20_000);
        assertThat(acme.all("accounts?limit=200&fields=name&filter=name==" + word + "*"))
                .hasSize(end.path("created").asInt());
    }

    @Test
    void aSmallJobOfOneTenantDoesNotWaitForABigOneOfAnother() {
        ImportJob big =
                ImportJob.submit(acme, "", GeneratedFile.of(word, 20_000).csv());
        ImportJob bigToo = ImportJob.submit(
                acme, "", GeneratedFile.of(word + "too", 20_000).csv());
        ImportJob third = ImportJob.submit(
                acme, "", GeneratedFile.of(word + "three", 20_000).csv());
        big.awaitProcessed(200);
        ImportJob small = ImportJob.submit(globex, "", "name\n" + word + "\n");
        assertCounts(small.success(), 1, 0, 0, 0);
        assertThat(List.of(big, bigToo, third)).anyMatch(job -> !ImportJob.ended(job.now()));
        List.of(third, bigToo, big).forEach(ImportJob::cancel);
        List.of(third, bigToo, big).forEach(ImportJob::end);
    }
}
