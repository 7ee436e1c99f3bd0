package io.guanxi.infra.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.infra.proof.PretendedRun;
import io.guanxi.infra.proof.ProofPart;
import io.guanxi.infra.stack.Digests;
import io.guanxi.infra.stack.Distribution;
import io.guanxi.infra.system.support.Api;
import io.guanxi.infra.system.support.KeptProof;
import io.guanxi.infra.system.support.RunningSystem;
import io.guanxi.infra.system.support.SystemTest;
import io.guanxi.infra.system.support.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a company's admins are told about the tests of isolation is what these have written, or nothing. */
@SystemTest
class IsolationProofIT {

    private final RunningSystem system;
    private final Api owner;
    private final Path folder;
    private KeptProof kept;

    IsolationProofIT(RunningSystem system) {
        this.system = system;
        owner = system.person("owner@acme.example");
        folder = system.home().proof();
    }

    @BeforeEach
    void setAside() throws IOException {
        kept = KeptProof.setAside(system);
    }

    @AfterEach
    void putBack() throws IOException {
        kept.close();
    }

    @Test
    void withoutAnOutcomeNothingIsClaimed() {
        assertThat(proof().path("state").asText()).isEqualTo("none");
        assertThat(proof().path("finishedAt").isNull()).isTrue();
        assertThat(proof().path("parts")).isEmpty();
        assertThat(page().get("/app/admin/isolation").expect(200).text()).contains("No result here");
    }

    @Test
    void whatTheTestsWroteIsShownWithItsDateVersionAndFigures() {
        PretendedRun.write(folder, Optional.empty(), Optional.empty());
        JsonNode proof = proof();
        assertThat(proof.path("state").asText()).isEqualTo("passed");
        assertThat(proof.path("program").asText()).isEqualTo("unknown");
        assertThat(proof.path("version").asText()).isEqualTo("1.2.3");
        assertThat(proof.path("finishedAt").asText()).matches("20\\d\\d-\\d\\d-\\d\\dT.*Z");
        assertThat(proof.path("parts")).hasSize(ProofPart.values().length);
        assertThat(proof.at("/parts/0/figures/requests").asInt()).isEqualTo(12_345);
        String page = page().get("/app/admin/isolation").expect(200).text();
        assertThat(page)
                .contains(
                        "Passed",
                        "1.2.3",
                        "0123456789ab",
                        "12,345",
                        proof.path("checksum").asText())
                .doesNotContain("No result here", "Broken");
    }

    @Test
    void aFailureIsShownAsOne() {
        PretendedRun.write(folder, Optional.empty(), Optional.of(ProofPart.TOKENS));
        assertThat(proof().path("state").asText()).isEqualTo("failed");
        assertThat(page().get("/app/admin/isolation").expect(200).text())
                .contains("Failed", "Broken")
                .doesNotContain("None of the attempts below");
    }

    @Test
    void itIsToldWhetherTheProgramThatRunsWasTested() throws IOException {
        String running = Digests.sha256(Distribution.ofThisProgram().war());
        PretendedRun.write(folder, Optional.of(running), Optional.empty());
        assertThat(proof().path("program").asText()).isEqualTo("this");
        PretendedRun.write(folder, Optional.of(running.replace(running.charAt(0), 'x')), Optional.empty());
        assertThat(proof().path("program").asText()).isEqualTo("another");
        assertThat(page().get("/app/admin/isolation").expect(200).text()).contains("Another build of the product");
    }

    @Test
    void anOutcomeThatWasChangedIsNotShown() throws IOException {
        PretendedRun.write(folder, Optional.empty(), Optional.of(ProofPart.MATRIX));
        Path file = folder.resolve("isolation-proof.json");
        Files.writeString(file, Files.readString(file).replace("\"passed\" : false", "\"passed\" : true"));
        assertThat(proof().path("state").asText()).isEqualTo("unreadable");
        assertThat(proof().path("parts")).isEmpty();
        assertThat(page().get("/app/admin/isolation").expect(200).text()).contains("Cannot be read");
    }

    @Test
    void itIsForThoseWhoRunTheCompanyAlone() {
        for (String person : new String[] {"sales@acme.example", "sales@globex.example"}) {
            system.person(person).get("admin/isolation-proof").expectProblem(403, "access-denied");
            system.logIn(person).get("/app/admin/isolation").expect(403);
        }
        system.partner("acme-partner").get("admin/isolation-proof").expectProblem(403, "access-denied");
        assertThat(system.person("owner@globex.example")
                        .get("admin/isolation-proof")
                        .expect(200)
                        .text())
                .isEqualTo(owner.get("admin/isolation-proof").text());
    }

    private JsonNode proof() {
        return owner.get("admin/isolation-proof").expect(200).json();
    }

    private Visit page() {
        return system.logIn("owner@acme.example");
    }
}
