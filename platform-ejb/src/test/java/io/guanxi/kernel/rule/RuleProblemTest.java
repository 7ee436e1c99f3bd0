package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleProblemTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "contry == 'CN' => unknownFieldNear => 0 => There is no field contry. Do you mean country?",
                "country == 'CN' && xyz => unknownField => 19 => There is no field xyz.",
                "old.contry == 'CN' => unknownFieldNear => 4 => There is no field contry. Do you mean country?",
                "annualRevenue.amout > 1 => unknownFieldNear => 14 => There is no field amout. Do you mean amount?",
                "phones.exists(p, p.lable == 'x') => unknownFieldNear => 19 => There is no field lable. Do you mean label?",
                "lowr(name) => unknownFunctionNear => 0 => There is no function lowr. Do you mean lower?",
                "name.lowr() => unknownFunctionNear => 5 => There is no function lowr. Do you mean lower?",
                "ISBLANK(name) => unknownFunctionNear => 0 => There is no function ISBLANK. Do you mean isBlank?",
                "TODAY() => unknownFunctionNear => 0 => There is no function TODAY. Do you mean today?",
                "today() - until > 3 => notCalled => 0 => Write today without brackets.",
                "date(now()) == today => notCalled => 5 => Write now without brackets.",
                "frobnicate(name) => unknownFunction => 0 => There is no function frobnicate.",
                "status == 'activ' => unknownOptionNear => 10 => activ is not a choice of this field. Do you mean active?",
                "'x' != status => unknownOption => 0 => x is not a choice of this field. Choose one of: active, inactive, archived.",
                "status in ['active', 'gone'] => unknownOption => 21 => gone is not a choice of this field. Choose one of: active, inactive, archived.",
                "phones.exists(p, p.label == 'fax') => unknownOption => 28 => fax is not a choice of this field. Choose one of: work, mobile.",
                "old.status == 'Active' => unknownOptionNear => 14 => Active is not a choice of this field. Do you mean active?",
                "name > 5 => wrongTypes => 5 => > does not work between text and whole number.",
                "country == 5 => wrongTypes => 8 => == does not work between text and whole number.",
                "name in [1, 2] => wrongTypes => 5 => in does not work between text and list of whole number.",
                "name + employees => textAndOther => 5 => + joins texts only; write string(…) around the other value.",
                "createdAt < today => timeAndDate => 10 => A time and a date do not go together; write date(…) around the time.",
                "-name => wrongType => 0 => - does not work before text.",
                "annualRevenue > 100000 => moneyAmount => 14 => > needs a number; write .amount behind the field for the amount of money, .currency for its currency.",
                "lower(employees) => wrongArguments => 0 => lower cannot be used with: whole number. It is used as: lower(text) → text",
                "employees && vip => noCondition => 0 => A condition (true or false) is needed here, this is whole number.",
                "vip ? name : 5 => branches => 4 => Both results of ? : must be of the same type; these are text and whole number.",
                "employees.foo => noMembers => 9 => Nothing can follow with a point here; this is whole number.",
                "name.exists(c, c == 'x') => noList => 0 => A list is needed here, this is text.",
                "size([1, 'a']) => mixedList => 5 => All elements of a list must be of the same type.",
                "price = 5 => writeInstead => 6 => Write == instead of =.",
                "price <> 5 => writeInstead => 6 => Write != instead of <>.",
                "vip and blocked => writeInstead => 4 => Write && instead of and.",
                "NOT vip => writeInstead => 0 => Write ! instead of NOT.",
                "if(vip, 1, 2) => writeInstead => 0 => Write a ? b : c instead of if(a, b, c).",
                "（price > 5） => fullWidth => 0 => Write ( instead of the full-width （.",
                "name == 'abc => openText => 8 => The text that begins here has no closing '.",
                "price + => unfinished => 7 => This ends too early; something is missing here.",
                "while => reservedWord => 0 => while is a word of the rule language and cannot be used as a name.",
                "{'a': 1} => notSupported => 0 => { } is not part of the rule language.",
                "1u => notSupported => 0 => u is not part of the rule language.",
                "12345678901234567890 => numberTooLarge => 0 => This number is too large; 18 digits before the point are allowed.",
                "1e999 => numberTooLarge => 0 => This number is too large; 30 digits before the point are allowed.",
                "date('2026-13-01') => dateLiteral => 5 => \"2026-13-01\" is not a date. Write it as 2026-10-27.",
                "timestamp('noon') => timestampLiteral => 10 => \"noon\" is not a time. Write it as 2026-10-27T02:30:00Z.",
                "name.matches(country) => patternLiteral => 13 => The pattern must be written out here as a text.",
                "changed(name + 'x') => changed => 0 => changed needs a field of the record, and a rule that sees the record before the change.",
            })
    void everyProblemIsShownAtItsCharacter(String source, String code, int offset, String message) {
        RuleProblem problem = RuleFailures.first(source);

        assertThat(problem.message(Locale.ENGLISH)).isEqualTo(message);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.offset()).isEqualTo(offset);
        assertThat(problem.line()).isEqualTo(1);
        assertThat(problem.column()).isEqualTo(offset + 1);
        assertThat(problem.message(Locale.SIMPLIFIED_CHINESE)).isNotBlank().doesNotContain("{0", "There is");
    }

    @Test
    void placesAreCountedInLinesAndChars() {
        RuleProblem problem = RuleFailures.first("name == '😀'\n  && contry == 'CN'");

        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(6);
        assertThat(problem.offset()).isEqualTo(18);
        assertThat(problem.length()).isEqualTo(6);
    }

    @Test
    void allWrongNamesAreShownAtOnce() {
        List<RuleProblem> problems = RuleFailures.invalid("contry == 'CN' && employes > 5", RuleType.CONDITION)
                .problems();

        assertThat(problems).extracting(RuleProblem::offset).containsExactly(0, 18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"daysBetween(today, until)", "daysBetween(today(), until)"})
    void whatIsKeptIsToldThatItCannotKnowTheDay(String source) {
        RuleEnvironment timeless =
                RuleEnvironment.builder(Samples.OBJECT).timeless().build();

        assertThatThrownBy(() -> RuleCompiler.compile(source, timeless, RuleType.INTEGER))
                .isInstanceOfSatisfying(InvalidRule.class, e -> {
                    RuleProblem problem = e.problems().get(0);
                    assertThat(problem.offset()).isEqualTo("daysBetween(".length());
                    assertThat(problem.message(Locale.ENGLISH)).startsWith("A formula cannot use today:");
                    assertThat(problem.message(Locale.SIMPLIFIED_CHINESE)).startsWith("公式不能使用 today：");
                });
    }

    @Test
    void aNumberWhereMoneyIsExpectedIsToldHowToBecomeMoney() {
        RuleProblem problem = RuleFailures.invalid("12 * annualRevenue.amount", RuleType.MONEY)
                .problems()
                .get(0);

        assertThat(problem.code()).isEqualTo("bareAmount");
        assertThat(problem.message(Locale.ENGLISH)).contains("money(12 * rent.amount, rent.currency)");
        assertThat(problem.message(Locale.SIMPLIFIED_CHINESE)).contains("money(12 * rent.amount, rent.currency)");
    }

    @Test
    void aRuleGivesWhatIsExpectedOfIt() {
        assertThat(RuleFailures.invalid("price * 2", RuleType.CONDITION)
                        .problems()
                        .get(0)
                        .message(Locale.ENGLISH))
                .isEqualTo("The result must be true or false, but it is decimal number.");
        assertThat(RuleFailures.invalid("price * 2", RuleType.INTEGER)
                        .problems()
                        .get(0)
                        .code())
                .isEqualTo("resultType");
        assertThat(RuleFailures.invalid("price > 2", RuleType.TEXT)
                        .problems()
                        .get(0)
                        .message(Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("结果应为文本，实际为真或假。");
        assertThat(RuleFailures.invalid("null", RuleType.CONDITION).code()).isEqualTo("rule.invalid");
    }

    @Test
    void withoutTheRecordBeforeThereIsNoOld() {
        RuleEnvironment environment = RuleEnvironment.of(Samples.OBJECT);

        for (String source : List.of("old.country == 'CN'", "changed(country)")) {
            Assertions.assertThrows(
                    InvalidRule.class, () -> RuleCompiler.compile(source, environment, RuleType.CONDITION));
        }
    }

    static List<String> hostileSources() {
        String nested = "employees == 1";
        for (int i = 0; i < 100; i++) {
            nested = "(employees == " + i + " && " + nested + ")";
        }
        return List.of(
                "tooDeep " + nested,
                "tooDeep " + "(".repeat(100) + "1" + ")".repeat(100),
                "tooDeep " + "[".repeat(4_000),
                "tooDeep " + "1 + ".repeat(1_200) + "1",
                "tooDeep " + "vip ? 1 : ".repeat(400) + "0",
                "tooDeep " + "old" + ".x".repeat(2_000),
                "tooDeep " + "phones" + "[0]".repeat(1_000),
                "tooDeep " + "name" + ".lower()".repeat(600),
                "tooLong " + "1 + ".repeat(2_500) + "1",
                "tooLong " + " ".repeat(9_999) + "1",
                "tooLarge " + "employees > 1 || ".repeat(250) + "vip",
                "tooManyLoops phones.all(a, phones.all(b, phones.all(c, a == b)))",
                "tooCostly split(description, ',').all(x, split(description, ',').exists(y, x == y))",
                "tooCostly split(description, ' ').map(x, description + x).exists(y, y.contains(name))",
                "patternTooLarge name.matches('(((a{99}){99}){99}){99}')",
                "patternTooLarge name.matches('" + "a".repeat(500) + "')",
                "pattern name.matches('(a')",
                "pattern name.matches('(?<=a)b')",
                "openText " + "'".repeat(4_001),
                "empty   ",
                "unfinished // nothing");
    }

    @ParameterizedTest
    @MethodSource("hostileSources")
    void hostileSourcesAreRefusedQuickly(String hostile) {
        String code = hostile.substring(0, hostile.indexOf(' '));
        String source = hostile.substring(hostile.indexOf(' ') + 1);
        RuleFailures.first("x");

        RuleProblem problem = Assertions.assertTimeout(Duration.ofSeconds(2), () -> RuleFailures.first(source));

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message(Locale.ENGLISH)).isNotBlank().hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ")",
                "(",
                "'",
                "\"\"\"",
                "\\",
                "..",
                "a.",
                ".a",
                "?:",
                "a ? b",
                "[",
                "]",
                "{",
                "}",
                "@c0",
                "`a`",
                "a.`b`",
                "\u0000",
                "🤷",
                "1.2.3",
                "0x",
                "1e",
                "a b",
                "a..b",
                "f(",
                "f(,)",
                "x.y(z",
                "//",
                "!",
                "-",
                "&&",
                "in",
                "old",
                "old.old",
                "now()",
                "user",
                "phones.all(1, true)",
                "phones.all(a.b, true)",
                "phones.map(x)",
                "has()",
                "changed()",
                "date()",
                "date(1)",
                "matches()",
                "matches('a')",
                "name.matches()",
                "[][0] + 1",
                "null + null",
                "null ? 1 : 2",
                "vip ? null : null",
                "@zone",
                "@date(name)",
                "guanxi.Money",
                "guanxi.Money{}",
                "string",
                "b'a' == b'a'",
                "phones.exists(@result, true)",
                "size(phones, 1)",
                "true && (null)"
            })
    void whateverIsWrittenIsARuleOrAClearProblem(String source) {
        try {
            Rule rule = RuleCompiler.compile(source, Samples.ENVIRONMENT, RuleType.ANY);
            rule.evaluate(Samples.input());
        } catch (InvalidRule e) {
            assertThat(e.problems())
                    .isNotEmpty()
                    .allSatisfy(problem ->
                            assertThat(problem.message(Locale.ENGLISH)).isNotBlank());
        } catch (RuleFailure e) {
            assertThat(e.code()).startsWith("rule.").isNotEqualTo("rule.failed");
        }
    }
}
