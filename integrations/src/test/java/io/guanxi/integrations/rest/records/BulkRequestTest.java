package io.guanxi.integrations.rest.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.integrations.rest.json.JsonInput;
import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.record.BulkOperation;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkRequestTest {

    @Test
    void operationsAreReadInTheirOrder() {
        List<BulkOperation> operations = read("""
                [{"op":"create","data":{"name":"A"}},
                 {"op":"update","id":"X","ifMatch":"\\"v3\\"","data":{"name":"B"}},
                 {"op":"upsert","externalSystem":"erp","externalId":"7","data":{}},
                 {"op":"delete","id":"Y","ifMatch":"*"}]""");

        assertThat(operations)
                .extracting(BulkOperation::kind)
                .containsExactly(
                        BulkOperation.Kind.CREATE,
                        BulkOperation.Kind.UPDATE,
                        BulkOperation.Kind.UPSERT,
                        BulkOperation.Kind.DELETE);
        assertThat(operations.get(1).expectedVersion()).hasValue(3);
        assertThat(operations.get(3).expectedVersion()).isEmpty();
    }

    @Test
    void everyMistakeOfFormIsToldWithItsPointer() {
        ApiProblem problem = refusal("""
                [{"op":"update","data":5}, 7, {"op":"destroy"}, {"op":"create","a/b":1,"data":{}},
                 {"op":"delete","id":3,"ifMatch":"v3"}]""");

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_RECORD);
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/0/id", "/0/data", "/1", "/2/op", "/3/a~1b", "/4/id", "/4/ifMatch");
    }

    @Test
    void moreThanTwoHundredOperationsAreRefused() {
        ApiProblem problem =
                catchThrowableOfType(ApiProblem.class, () -> BulkRequest.read(Collections.nCopies(201, "x")));

        assertThat(problem.type()).isEqualTo(ProblemType.BODY_TOO_LARGE);
    }

    private static List<BulkOperation> read(String json) {
        return BulkRequest.read(JsonInput.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static ApiProblem refusal(String json) {
        return catchThrowableOfType(ApiProblem.class, () -> read(json));
    }
}
