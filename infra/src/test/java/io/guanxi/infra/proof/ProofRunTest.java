package io.guanxi.infra.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.infra.stack.Digests;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofRunTest {

    private static final Program PROGRAM = new Program("1.2.3", Optional.of("abc"), false, Optional.of("def"));

    @TempDir
    private Path folder;

    @Test
    void everyTestOfAPartSaysThatItIs() {
        for (ProofPart part : ProofPart.values()) {
            for (String name : part.tests()) {
                assertThat(PretendedRun.named(name).getAnnotation(Proves.class).value())
                        .as(name)
                        .isEqualTo(part);
            }
        }
    }

    @Test
    void theOutcomeIsThatOfTheTestsWithTheirFigures() throws IOException {
        ProofRun run = new ProofRun(PROGRAM, folder);
        for (ProofPart part : ProofPart.values()) {
            PretendedRun.all(run, part, test -> true);
        }
        run.figures(ProofPart.TOKENS).put("routes", 3);
        run.figures(ProofPart.TOKENS).add("tokens", 4);
        run.figures(ProofPart.TOKENS).add("tokens", 5);
        run.close();
        JsonNode outcome = outcome();
        assertThat(outcome.path("version").asText()).isEqualTo("1.2.3");
        assertThat(outcome.path("commit").asText()).isEqualTo("abc");
        assertThat(outcome.path("program").asText()).isEqualTo("def");
        assertThat(outcome.path("parts"))
                .hasSize(ProofPart.values().length)
                .allMatch(part -> part.path("passed").asBoolean());
        assertThat(part("tokens").path("figures").toString()).isEqualTo("{\"routes\":3,\"tokens\":9}");
    }

    @Test
    void oneTestThatFailsFailsItsPart() throws IOException {
        Method failing = PretendedRun.tests(ProofPart.MATRIX.tests().get(0)).get(0);
        ProofRun run = new ProofRun(PROGRAM, folder);
        for (ProofPart part : ProofPart.values()) {
            PretendedRun.all(run, part, test -> !test.equals(failing));
        }
        run.close();
        assertThat(part("matrix").path("passed").asBoolean()).isFalse();
        assertThat(part("mix").path("passed").asBoolean()).isTrue();
    }

    @Test
    void aClassThatCouldNotBeginFailsItsPart() throws IOException {
        ProofRun run = new ProofRun(PROGRAM, folder);
        for (ProofPart part : ProofPart.values()) {
            if (part == ProofPart.MIX) {
                PretendedRun.begin(run, part, part.tests().get(0));
            } else {
                PretendedRun.all(run, part, test -> true);
            }
        }
        run.close();
        assertThat(part("mix").path("passed").asBoolean()).isFalse();
    }

    @Test
    void aRunOfSomeTestsLeavesTheLastOutcomeAsItIs() throws IOException {
        new ProofRun(PROGRAM, folder).close();
        ProofRun some = new ProofRun(PROGRAM, folder);
        for (ProofPart part : ProofPart.values()) {
            if (part == ProofPart.SCHEMA) {
                String name = part.tests().get(0);
                List<Method> tests = PretendedRun.tests(name);
                PretendedRun.begin(some, part, name);
                tests.subList(1, tests.size()).forEach(test -> some.end(part, test, true));
            } else {
                PretendedRun.all(some, part, test -> true);
            }
        }
        some.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theChecksumIsOfTheOutcome() throws IOException {
        PretendedRun.write(folder, Optional.empty(), Optional.empty());
        assertThat(Files.readString(folder.resolve("isolation-proof.json.sha256")))
                .isEqualTo(Digests.sha256(folder.resolve("isolation-proof.json")) + "  isolation-proof.json\n");
        assertThat(outcome().path("program").isNull()).isTrue();
    }

    private JsonNode outcome() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("isolation-proof.json").toFile());
    }

    private JsonNode part(String name) throws IOException {
        for (JsonNode part : outcome().path("parts")) {
            if (part.path("name").asText().equals(name)) {
                return part;
            }
        }
        throw new AssertionError("no part " + name);
    }
}
