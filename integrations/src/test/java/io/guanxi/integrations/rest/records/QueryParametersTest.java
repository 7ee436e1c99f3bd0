package io.guanxi.integrations.rest.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

    @Test
    void anUnknownParameterIsRefusedByName() {
        ApiProblem problem = catchThrowableOfType(ApiProblem.class, () -> of("limt", "5"));

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_QUERY);
        assertThat(problem.args()).containsExactly("limt");
    }

    @Test
    void aRepeatedParameterIsRefused() {
        MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
        values.add("limit", "5");
        values.add("limit", "6");

        ApiProblem problem =
                catchThrowableOfType(ApiProblem.class, () -> QueryParameters.allow(values, Set.of("limit")));

        assertThat(problem.code()).isEqualTo("parameter.repeated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1.5", "abc", "99999999999"})
    void aLimitOutsideOneToTwoHundredIsRefused(String limit) {
        QueryParameters parameters = of("limit", limit);

        ApiProblem problem = catchThrowableOfType(ApiProblem.class, () -> parameters.number("limit", 50, 200));

        assertThat(problem.code()).isEqualTo("parameter.value");
    }

    @Test
    void anAbsentLimitIsThePresetOne() {
        assertThat(of("cursor", "x").number("limit", 50, 200)).isEqualTo(50);
    }

    @Test
    void aFlagIsTrueOrFalseAndNothingElse() {
        assertThat(of("count", "true").flag("count")).isTrue();
        assertThat(of("count", "false").flag("count")).isFalse();
        QueryParameters other = of("count", "yes");
        assertThat(catchThrowableOfType(ApiProblem.class, () -> other.flag("count")))
                .isNotNull();
    }

    private static QueryParameters of(String name, String value) {
        MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
        values.add(name, value);
        return QueryParameters.allow(values, Set.of("limit", "cursor", "count"));
    }
}
