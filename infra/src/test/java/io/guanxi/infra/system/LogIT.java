package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.infra.settings.Secrets;
import io.guanxi.infra.system.support.Answer;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.Samples;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Tokens;
import io.guanxi.infra.system.support.Visit;
import io.guanxi.kernel.id.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The log tells what happened to whom, and not what is nobody's business. */
@SystemTest
class LogIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSystem system;
    private final Api acme;
    private final Path log;

    LogIT(RunningSystem system) {
        this.system = system;
        acme = system.partner("acme-partner");
        log = system.home().log("payara");
    }

    @Test
    void neitherPeopleNorTokensNorPasswordsAreInIt() throws IOException {
        String word = Samples.word();
        String token = system.tokens().ofClient("acme-partner", "acme-partner-demo-secret");
        Api api = system.withToken(token);
        Map<String, Object> person = Map.of(
                "name",
                word,
                "emails",
                List.of(Map.of("label", "work", "address", word + "@log.example")),
                "phones",
                List.of(Map.of("label", "work", "number", "+4930901820")));
        api.post("accounts", person).expect(201);
        api.put("accounts/by-external-id/erp/" + word, person).expect(201);
        api.post("accounts", Map.of("name", word, "emails", word)).expect(422);
        api.get("accounts?filter=name==" + word + ";nosuch==" + word).expect(400);
        system.withToken(token + "x").get("accounts?q=" + word).expect(401);
        Visit visit = system.logIn("sales@acme.example");
        visit.get("/app/accounts?q=" + word).expect(200);
        visit.get("/app/accounts/" + word).expect(404);
        List<String> secrets = Stream.concat(
                        Stream.of(
                                word,
                                "30901820",
                                token.substring(0, 30),
                                Tokens.DEMO_PASSWORD,
                                "sales@acme.example",
                                "acme-partner-demo-secret"),
                        Stream.of(Secrets.Secret.values()).map(system.secrets()::get))
                .toList();
        String text = Files.readString(log);
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(text.contains(secret)).isFalse());
    }

    @Test
    void aFaultIsFoundByTheTraceIdOfTheAnswer() {
        // A partner's mistakes are not logged, what the product cannot do is.
        Answer answer = faulty();
        String trace = answer.header("Trace-Id");
        await().untilAsserted(() -> assertThat(lines())
                .filteredOn(line -> line.path("traceId").asText().equals(trace))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.path("tenant").asInt()).isEqualTo(1001);
                    assertThat(line.path("level").asText()).isNotEmpty();
                    assertThat(line.path("time").asText()).endsWith("Z");
                }));
    }

    @Test
    void whatCallersDoWrongFillsNoDisk() throws IOException {
        long before = Files.size(log);
        Visit visit = system.logIn("sales@acme.example");
        for (int i = 0; i < 20; i++) {
            visit.get("/app/nowhere" + i).expect(404);
            acme.get("accounts/0000000000000").expect(404);
            acme.post("accounts", Map.of("nosuch", i)).expect(422);
        }
        assertThat(Files.size(log) - before).isLessThan(20_000);
    }

    /** A row that breaks the rules of the schema, made below them. */
    private Answer faulty() {
        String id = acme.post("accounts", Samples.account(Samples.word()))
                .expect(201)
                .id();
        String row = " WHERE tenant_id = 1001 AND id = " + RecordId.parse(id).orElseThrow();
        system.database().change("UPDATE account SET phones = 'no json'" + row);
        Answer answer = acme.get("accounts/" + id).expect(500);
        system.database().change("UPDATE account SET phones = NULL" + row);
        return answer;
    }

    private Stream<JsonNode> lines() throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("traceId"))
                .map(LogIT::parsed);
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException noJson) {
            throw new IllegalStateException(line, noJson);
        }
    }
}
