package io.guanxi.integrations.rest.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.LimitReached;
import io.guanxi.kernel.error.ModuleNotEntitled;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.error.TenantReadOnly;
import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {

    @ParameterizedTest
    @MethodSource("rules")
    void everyBrokenRuleHasItsStatus(Exception broken, int status) {
        assertThat(Problems.of(broken, Locale.ENGLISH).type().status()).isEqualTo(status);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(new RecordNotFound(), 404),
                Arguments.of(new StaleRecord(4), 412),
                Arguments.of(new DuplicateValue("email"), 409),
                Arguments.of(new AccessDenied("accounts:write"), 403),
                Arguments.of(new TenantReadOnly(), 403),
                Arguments.of(ModuleNotEntitled.switchedOff("customers", Map.of("en", "Customers")), 403),
                Arguments.of(new LimitReached("records", 10), 403),
                Arguments.of(new IllegalStateException("secret"), 500));
    }

    @Test
    void whatTheContainerWrappedIsStillTold() {
        Problem problem = Problems.of(new EJBException(new RuntimeException(new RecordNotFound())), Locale.ENGLISH);

        assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void aStaleRecordTellsTheCurrentTag() {
        assertThat(Problems.of(new StaleRecord(4), Locale.ENGLISH).headers()).containsEntry("ETag", "\"v4\"");
    }

    @Test
    void aMissingGrantIsNamed() {
        assertThat(Problems.of(new AccessDenied("accounts:write"), Locale.ENGLISH)
                        .detail())
                .contains("accounts:write");
    }

    @Test
    void everyErrorOfAnInputIsToldInTheReadersLanguage() {
        InvalidRecord invalid = new InvalidRecord(
                List.of(FieldError.of("/name", "required"), FieldError.of("/phones/0/number", "phone.invalid")));

        Problem english = Problems.of(invalid, Locale.ENGLISH);
        Problem chinese = Problems.of(invalid, Locale.SIMPLIFIED_CHINESE);

        assertThat(english.errors())
                .extracting(Problem.MemberError::pointer)
                .containsExactly("/name", "/phones/0/number");
        assertThat(chinese.errors().get(0).message())
                .isNotEqualTo(english.errors().get(0).message());
        assertThat(chinese.json().get("title")).isEqualTo("输入有误");
    }

    @Test
    void aLostDatabaseIsAnOutageThatSaysWhenToTryAgain() {
        Problem problem = Problems.of(
                new EJBException(new RuntimeException(new SQLTransientConnectionException("gone"))), Locale.ENGLISH);

        assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(problem.headers()).containsKey("Retry-After");
    }

    @Test
    void aCommitThatTheDatabaseDidNotAnswerIsAnOutage() {
        Problem problem = Problems.of(
                new EJBException("not completed", new jakarta.transaction.SystemException()), Locale.ENGLISH);

        assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void aDeadlockMayBeTriedAgain() {
        Problem problem =
                Problems.of(new EJBException(new RuntimeException(new SQLException("x", "40001"))), Locale.ENGLISH);

        assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void faultsOfTheProgramTellNothingAboutIt() {
        Problem problem = Problems.of(new IllegalStateException("table account has no column x"), Locale.ENGLISH);

        assertThat(problem.json("/api/v1/accounts", "0").toString())
                .doesNotContain("account has no")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeIsExplainedInBothLanguages(ProblemType type) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(ProblemTexts.title(type, locale)).isNotBlank();
            assertThat(ProblemTexts.explanation(type, locale)).isNotBlank();
        }
        assertThat(ProblemTexts.title(type, Locale.ENGLISH))
                .isNotEqualTo(ProblemTexts.title(type, Locale.SIMPLIFIED_CHINESE));
    }
}
