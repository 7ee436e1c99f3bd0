package io.guanxi.integrations.rest.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    @Test
    void aMissingIfMatchIsAskedFor() {
        assertThat(refusal(null).type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
        assertThat(refusal(" ").type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
    }

    @Test
    void aStarExpectsNoVersion() {
        assertThat(EntityTag.requireMatch("*").single()).isEmpty();
    }

    @Test
    void theTagOfAVersionExpectsThatVersion() {
        assertThat(EntityTag.requireMatch(EntityTag.of(7)).single()).hasValue(7);
    }

    @Test
    void anyOfSeveralTagsIsExpected() {
        assertThat(EntityTag.requireMatch("\"v3\", \"v4\",\"other\"").versions())
                .containsExactly(3L, 4L);
    }

    @Test
    void weakAndForeignTagsMatchNoVersion() {
        assertThat(EntityTag.requireMatch("W/\"v3\"").versions()).isEmpty();
        assertThat(EntityTag.requireMatch("\"abc\"").versions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "\"v3", "\"v3\",", "\"v3\" \"v4\"", "*, \"v3\""})
    void whatIsNoListOfTagsIsRefused(String header) {
        assertThat(refusal(header).type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void ifNoneMatchComparesWeakly() {
        assertThat(EntityTag.isKnown("W/\"v3\"", 3)).isTrue();
        assertThat(EntityTag.isKnown("\"v2\", \"v3\"", 3)).isTrue();
        assertThat(EntityTag.isKnown("\"v2\"", 3)).isFalse();
        assertThat(EntityTag.isKnown("*", 3)).isTrue();
        assertThat(EntityTag.isKnown(null, 3)).isFalse();
    }

    private static ApiProblem refusal(String header) {
        return catchThrowableOfType(ApiProblem.class, () -> EntityTag.requireMatch(header));
    }
}
