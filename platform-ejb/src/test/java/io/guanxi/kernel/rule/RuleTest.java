package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.object.FieldType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "country == 'CN' => country",
                "country == old.country => country, old.country",
                "annualRevenue.amount > 5 => annualRevenue",
                "old.annualRevenue.currency == 'EUR' => old.annualRevenue",
                "changed(country) => country, old.country",
                "has(city) && !isBlank(name) => city, name",
                "phones.exists(p, p.number == phone_of) => phones",
                "phones.exists(name, name.label == 'work') => phones",
                "phones.exists(p, p.number == name) => name, phones",
                "user.role == 'ADMIN' && now > createdAt => createdAt",
                "1 + 1 == 2 => ``"
            })
    void aRuleKnowsTheFieldsItReads(String source, String fields) {
        String rule = source.replace("phone_of", "'1'");

        assertThat(String.join(", ", new java.util.TreeSet<>(compile(rule).fields())))
                .isEqualTo(fields);
    }

    @Test
    void onlyTheFieldsOfTheRuleAreRead() {
        Set<String> read = new HashSet<>();
        Rule rule = compile("country == 'CN' && employees > 5");

        rule.evaluate(RuleInput.reading(field -> {
            read.add(field);
            return null;
        }));

        assertThat(read).containsExactly("country");
    }

    @Test
    void resultsHaveTheExternalFormOfTheirType() {
        assertThat(Samples.evaluate("price * 1.10", RuleType.DECIMAL)).isEqualTo(new BigDecimal("110"));
        assertThat(Samples.evaluate("employees", RuleType.DECIMAL)).isEqualTo(new BigDecimal("42"));
        assertThat(Samples.evaluate("employees + 1", RuleType.INTEGER)).isEqualTo(43L);
        assertThat(Samples.evaluate("money(price / 3, 'CNY')", RuleType.MONEY))
                .isEqualTo(Map.of("amount", "33.33333333333333333333", "currency", "CNY"));
        assertThat(Samples.evaluate("annualRevenue", RuleType.MONEY))
                .isEqualTo(Map.of("amount", "250000.50", "currency", "CNY"));
        assertThat(Samples.evaluate("since + 1", RuleType.DATE)).isEqualTo("2024-03-01");
        assertThat(Samples.evaluate("addDays(createdAt, 1)", RuleType.INSTANT)).isEqualTo("2026-11-21T08:30:00Z");
        assertThat(Samples.evaluate("name", RuleType.TEXT)).isEqualTo("Jade Tea House");
        assertThat(Samples.evaluate("vip", RuleType.CONDITION)).isEqualTo(true);
        assertThat(Samples.evaluate("null", RuleType.TEXT)).isNull();
    }

    @Test
    void aFormulaGivesTheTypeOfItsField() {
        assertThat(RuleType.of(FieldType.MONEY)).isEqualTo(RuleType.MONEY);
        assertThat(RuleType.of(FieldType.BOOLEAN)).isEqualTo(RuleType.CONDITION);
        assertThat(RuleType.of(FieldType.CHOICE)).isEqualTo(RuleType.TEXT);
    }

    @Test
    void valuesMayBeGivenInEveryFormARecordHasThem() {
        Rule rule = compile("price == 2.5 && employees == 3 && annualRevenue.amount == 7");

        assertThat(rule.holds(RuleInput.of(Map.of(
                        "price", "2.50", "employees", 3L, "annualRevenue", Map.of("amount", 7, "currency", "EUR")))))
                .isTrue();
        assertThat(rule.holds(RuleInput.of(Map.of(
                        "price",
                        new BigDecimal("2.5000"),
                        "employees",
                        new BigDecimal("3"),
                        "annualRevenue",
                        Map.of("amount", new BigDecimal("7.00"), "currency", "EUR")))))
                .isTrue();
    }

    @Test
    void aValueThatIsNoneOfItsTypeFailsWithItsPlace() {
        assertThatThrownBy(() -> compile("employees > 5 && price > 1")
                        .evaluate(RuleInput.of(Map.of("price", "cheap", "employees", 6))))
                .isInstanceOfSatisfying(RuleFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("rule.invalidValue");
                    assertThat(failure.args()).containsExactly("cheap");
                });
        assertThatThrownBy(() -> compile("price > 1").evaluate(RuleInput.of(Map.of("price", new BigDecimal("1e40")))))
                .isInstanceOf(RuleFailure.class);
        assertThat(compile("price > 0").holds(RuleInput.of(Map.of("price", new BigDecimal("1e-999999999")))))
                .isFalse();
    }

    @Test
    void aReaderThatFailsIsNotTheFaultOfTheRule() {
        IllegalStateException outage = new IllegalStateException("database gone");
        RuleInput input = RuleInput.reading(field -> {
            throw outage;
        });

        assertThatThrownBy(() -> compile("country == 'CN'").evaluate(input)).isSameAs(outage);
        assertThatThrownBy(() -> compile("lower(country) == 'CN'").evaluate(input))
                .isSameAs(outage);
        assertThatThrownBy(() -> compile("phones.exists(p, p.label == 'work')").evaluate(input))
                .isSameAs(outage);
    }

    @Test
    void aReferenceMayBeFollowed() {
        RuleEnvironment environment = RuleEnvironment.builder(Samples.OBJECT)
                .withOld()
                .following("parent", Samples.OBJECT)
                .build();
        Rule rule = RuleCompiler.compile(
                "parent.country == country && parent.id == '0xyz' && parent.annualRevenue.amount > 1",
                environment,
                RuleType.CONDITION);
        Map<String, Object> parent =
                Map.of("id", "0xyz", "country", "CN", "annualRevenue", Map.of("amount", "5", "currency", "EUR"));

        assertThat(rule.fields())
                .containsExactlyInAnyOrder("parent.country", "parent.id", "parent.annualRevenue", "country");
        assertThat(rule.holds(RuleInput.of(Map.of("country", "CN", "parent", parent))))
                .isTrue();
        assertThat(rule.holds(RuleInput.of(Map.of("country", "CN")))).isFalse();
        assertThatThrownBy(() -> RuleCompiler.compile("parent.contry == 'x'", environment, RuleType.CONDITION))
                .isInstanceOfSatisfying(
                        InvalidRule.class,
                        invalid -> assertThat(invalid.problems().get(0).args()).containsExactly("contry", "country"));
    }

    /** Five thousand phones, where the product keeps twenty, and a description of 60,000 characters. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "phones.all(p, phones.all(q, p.number != 'x' && q.number != 'y')) => rule.tooManySteps",
                "phones.exists(p, phones.exists(q, p.number == 'x')) => rule.tooManySteps",
                "phones.map(p, phones.map(q, q.number)).size() > 0 => rule.tooManySteps",
                "phones.map(p, description + p.number).size() > 0 => rule.textTooLong",
                "size(description + 'x') > 0 => rule.textTooLong",
                "replace(description, 'a', 'aa') == '' => rule.textTooLong",
                "split(description, 'a').size() > 0 => rule.listTooLong",
                "description.matches('(a+)+b') => rule.textTooLong"
            })
    void farMoreThanExpectedEndsInAClearFailure(String source, String code) {
        List<Map<String, Object>> phones = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            phones.add(Map.of("label", "work", "number", "+49" + i));
        }
        RuleInput input = RuleInput.of(Map.of("phones", phones, "description", "a".repeat(60_000)));
        Rule rule = compile(source);

        Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> rule.evaluate(input))
                        .isInstanceOfSatisfying(
                                RuleFailure.class,
                                failure -> assertThat(failure.code()).isEqualTo(code)));
    }

    @Test
    void whatTheEstimateAllowsRunsToItsEnd() {
        RuleInput input = RuleInput.of(Map.of("description", "a ".repeat(1_000).strip()));

        assertThat(compile("description.split(' ').map(x, x + '!').size() == 1000")
                        .holds(input))
                .isTrue();
    }

    @Test
    void oneRuleServesAllThreads() throws Exception {
        Rule rule = RuleCompiler.compile(
                "phones.filter(p, p.label == name).map(p, p.number + string(price * 1.19))",
                Samples.ENVIRONMENT,
                RuleType.ANY);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int number = i;
                tasks.add(() -> {
                    RuleInput input = RuleInput.of(Map.of(
                            "name",
                            "l" + number,
                            "price",
                            number,
                            "phones",
                            List.of(Map.of("label", "l" + number, "number", "n"), Map.of("label", "x"))));
                    BigDecimal expected = new BigDecimal("1.19").multiply(BigDecimal.valueOf(number));
                    return rule.evaluate(input)
                            .equals(List.of("n"
                                    + (number == 0
                                            ? "0"
                                            : expected.stripTrailingZeros().toPlainString())));
                });
            }
            for (Future<Boolean> same : threads.invokeAll(tasks)) {
                assertThat(same.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void manyThreadsMayCompileAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String source = "price * " + i + ".5";
                tasks.add(() -> Samples.evaluate(source, RuleType.DECIMAL));
            }
            List<Future<Object>> results = threads.invokeAll(tasks);
            for (int i = 0; i < results.size(); i++) {
                assertThat((BigDecimal) results.get(i).get())
                        .isEqualByComparingTo(new BigDecimal(i + ".5").multiply(BigDecimal.valueOf(100)));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void onlyAConditionHolds() {
        Rule rule = RuleCompiler.compile("price", Samples.ENVIRONMENT, RuleType.DECIMAL);

        assertThatThrownBy(() -> rule.holds(Samples.input())).isInstanceOf(IllegalStateException.class);
        assertThat(rule.source()).isEqualTo("price");
        assertThat(rule.type()).isEqualTo(RuleType.DECIMAL);
    }

    private static Rule compile(String source) {
        return RuleCompiler.compile(source, Samples.ENVIRONMENT, RuleType.CONDITION);
    }
}
