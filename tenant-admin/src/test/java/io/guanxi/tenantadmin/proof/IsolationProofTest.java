package io.guanxi.tenantadmin.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.object.Labels;
import io.guanxi.tenantadmin.proof.ProofStanding.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationProofTest {

    private static final String TEXT = """
            {"startedAt": "2026-11-23T08:00:00Z", "finishedAt": "2026-11-23T08:20:00Z", "version": "1.0", "commit": null,
             "edited": false, "program": "abc", "parts": [
               {"name": "tokens", "passed": true, "tests": 3, "seconds": 9, "figures": {"routes": 200, "accepted": 0}},
               {"name": "mix", "passed": %s, "tests": 1, "seconds": 20, "figures": {}}]}
            """;

    @Test
    void itIsPassedWhenEveryPartIs() {
        IsolationProof proof = IsolationProof.of(TEXT.formatted(true));
        assertThat(proof.passed()).isTrue();
        assertThat(proof.commit()).isEmpty();
        assertThat(proof.parts().get(0).figures()).containsEntry("routes", 200L).containsEntry("accepted", 0L);
        assertThat(IsolationProof.of(TEXT.formatted(false)).passed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"parts\": []}", "{\"parts\": [{}]}"})
    void whatIsWrittenInAnotherWayIsNoProof(String text) {
        assertThatThrownBy(() -> IsolationProof.of(text)).isInstanceOf(UnreadableProof.class);
    }

    @Test
    void itIsAboutTheProgramThatHasItsDigest() {
        IsolationProof proof = IsolationProof.of(TEXT.formatted(true));
        assertThat(ProofStanding.of(proof, "", Optional.of("abc")).subject()).isEqualTo(Subject.THIS);
        assertThat(ProofStanding.of(proof, "", Optional.of("abd")).subject()).isEqualTo(Subject.ANOTHER);
        assertThat(ProofStanding.of(proof, "", Optional.empty()).subject()).isEqualTo(Subject.UNKNOWN);
    }

    @Test
    void everyPartAndFigureHasWords() {
        for (Locale locale : Labels.LANGUAGES) {
            for (String part : ProofPage.PARTS) {
                for (String key : List.of("proof.part." + part, "proof.part." + part + ".text")) {
                    assertThat(Labels.text("io.guanxi.tenantadmin.messages", key, locale))
                            .isNotBlank();
                }
            }
            for (String figure : ProofPage.FIGURES) {
                assertThat(Labels.text("io.guanxi.tenantadmin.messages", "proof.figure." + figure, locale))
                        .isNotBlank();
            }
        }
    }
}
