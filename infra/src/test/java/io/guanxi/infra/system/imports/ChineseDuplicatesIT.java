package io.guanxi.infra.system.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A file of Chinese customers in GB18030, some of them in it twice: imported, found, merged and taken apart again. */
@SystemTest
class ChineseDuplicatesIT {

    private static final Set<String> TWICE = Set.of("RHX", "HYJ", "HYL", "SJY", "YFS", "QHT");

    private final Api globex;

    ChineseDuplicatesIT(RunningSystem system) {
        globex = system.partner("globex-partner");
    }

    @Test
    void customersThatAreInTheFileTwiceAreFoundMergedAndTakenApart() throws IOException {
        byte[] file;
        try (InputStream in = getClass().getResourceAsStream("/import/duplicates-zh.csv")) {
            file = in.readAllBytes();
        }
        Charset encoding = Charset.forName("GB18030");
        byte[] unnumbered =
                new String(file, encoding).replaceAll("(?m)^[^,]+,", "").getBytes(encoding);
        ImportJob tried = ImportJob.submit(globex, "&mode=create&dryRun=true&suspects=true", unnumbered);
        tried.success();
        assertThat(tried.errors().stream().filter(row -> row.get("Reason").contains("may be the same")))
                .hasSizeGreaterThanOrEqualTo(TWICE.size());
        JsonNode done =
                ImportJob.submit(globex, "&mode=upsert&key=externalId", file).success();
        assertThat(done.path("created").asInt() + done.path("updated").asInt()).isEqualTo(18);
        Answer scan = globex.post("accounts/duplicates/scan", "").expect(202);
        await().atMost(Duration.ofMinutes(5))
                .until(() -> ImportJob.ended(globex.get("jobs/" + scan.id()).json()));

        Map<String, JsonNode> ids = new HashMap<>();
        Set<String> found = new TreeSet<>();
        for (JsonNode pair : globex.all("accounts/duplicates?limit=100")) {
            String first = pair.at("/records/0/externalId").asText("");
            String second = pair.at("/records/1/externalId").asText("");
            if (first.matches("[A-Z]{3}-0[12]") && second.matches("[A-Z]{3}-0[12]")) {
                assertThat(second.substring(0, 3)).isEqualTo(first.substring(0, 3));
                found.add(first.substring(0, 3));
                ids.put(first.substring(0, 3), pair.path("records"));
                assertThat(pair.path("score").asInt()).isBetween(75, 100);
            }
        }
        assertThat(found).isEqualTo(new TreeSet<>(TWICE));

        for (JsonNode records : ids.values()) {
            mergedAndTakenApart(
                    records.at("/0/id").asText(),
                    records.at("/1/id").asText(),
                    records.at("/1/externalId").asText());
        }
    }

    private void mergedAndTakenApart(String first, String second, String externalId) {
        JsonNode firstBefore = plain(first);
        JsonNode secondBefore = plain(second);
        JsonNode merged = globex.post("accounts/" + first + "/merge", Map.of("others", List.of(second)))
                .expect(200)
                .json();
        assertThat(merged.path("phones")).hasSize(2);
        assertThat(globex.put("accounts/by-external-id/import/" + externalId, Map.of())
                        .expect(200)
                        .id())
                .isEqualTo(first);
        globex.post("accounts/" + first + "/unmerge", "").expect(200);
        assertThat(plain(first)).isEqualTo(firstBefore);
        assertThat(plain(second)).isEqualTo(secondBefore);
    }

    /** Without what counts changes. */
    private JsonNode plain(String id) {
        ObjectNode record =
                (ObjectNode) globex.get("accounts/" + id).expect(200).json();
        record.remove(List.of("version", "updatedAt", "updatedBy"));
        return record;
    }
}
