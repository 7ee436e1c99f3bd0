package io.guanxi.integrations.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputTest {

    @Test
    void objectsArraysTextsNumbersAndNullsAreRead() {
        Object value = read("{\"name\":\"环球\",\"size\":12.50,\"tags\":[true,null,{}]}");

        assertThat(value)
                .isEqualTo(Map.of(
                        "name", "环球", "size", new BigDecimal("12.50"), "tags", Arrays.asList(true, null, Map.of())));
    }

    @Test
    void malformedJsonIsRefusedNamingLineAndColumn() {
        ApiProblem problem = refusal("{\n  \"name\": oops\n}");

        assertThat(problem.code()).isEqualTo("json.malformed");
        assertThat(problem.args().get(0)).isEqualTo(2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1",
                "[1,",
                "{\"a\" 1}",
                "{'a':1}",
                "{\"a\":1} x",
                "{\"a\":1}{}",
                "[01]",
                "nul",
                " ",
                "{\"a\":1,}"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThat(refusal(text).type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void aMemberThatStandsTwiceIsRefusedByName() {
        ApiProblem problem = refusal("{\"name\":\"a\",\"name\":\"b\"}");

        assertThat(problem.code()).isEqualTo("json.duplicateMember");
        assertThat(problem.args()).contains("name");
    }

    @Test
    void twentyLevelsAreReadAndTwentyOneRefused() {
        assertThat(read("[".repeat(20) + "]".repeat(20))).isInstanceOf(List.class);
        assertThat(refusal("[".repeat(21) + "]".repeat(21)).code()).isEqualTo("json.tooDeep");
        assertThat(refusal("[".repeat(100_000)).code()).isEqualTo("json.tooDeep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000", "1e-1000000", "1e99999999999"})
    void numbersNobodyMeansAreRefused(String number) {
        assertThat(refusal(number).code()).isEqualTo("json.number");
    }

    @Test
    void aNumberOfManyDigitsIsRefused() {
        assertThat(refusal("9".repeat(61)).code()).isEqualTo("json.number");
    }

    @Test
    void halfASurrogatePairIsRefused() {
        assertThat(refusal("{\"name\":\"\\ud83d\"}").code()).isEqualTo("json.surrogate");
        assertThat(read("\"\\ud83d\\ude00\"")).isEqualTo("😀");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] latin = "{\"name\":\"Müller\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> JsonInput.read(latin))
                .isInstanceOf(ApiProblem.class)
                .hasMessage("json.encoding");
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertThat(refusal("").code()).isEqualTo("json.empty");
    }

    @Test
    void aBodyLongerThanAgreedIsRefusedBeforeItIsRead() {
        ApiProblem problem = catchThrowableOfType(
                ApiProblem.class, () -> RequestBody.read(new ByteArrayInputStream(new byte[101]), 100));

        assertThat(problem.type()).isEqualTo(ProblemType.BODY_TOO_LARGE);
        assertThat(RequestBody.read(new ByteArrayInputStream(new byte[100]), 100)
                        .bytes())
                .hasSize(100);
    }

    @Test
    void aBodyThatIsNoObjectIsRefusedWhereOneIsNeeded() {
        RequestBody body = RequestBody.read(new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8)), 100);

        assertThatThrownBy(body::object).hasMessage("json.objectExpected");
    }

    private static Object read(String json) {
        return JsonInput.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ApiProblem refusal(String json) {
        return catchThrowableOfType(ApiProblem.class, () -> read(json));
    }
}
