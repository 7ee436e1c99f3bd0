package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleNumberTest {

    /** {@code price} is 100, {@code employees} is 42, {@code annualRevenue} is 250000.50 CNY. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0.1 + 0.2 == 0.3 | true",
                "0.1 + 0.2 | 0.3",
                "price * 1.19 | 119",
                "1.19 * price | 119",
                "price * 0.07 | 7",
                "annualRevenue.amount * 2 | 500001",
                "annualRevenue.amount - 0.5 | 250000",
                "annualRevenue.amount > 250000 | true",
                "annualRevenue.amount > 250000.49 | true",
                "annualRevenue.amount >= 250000.50 | true",
                "annualRevenue.amount == 250000.5 | true",
                "annualRevenue.amount < 250000.50 | false",
                "annualRevenue.currency == 'CNY' | true",
                "100 == price | true",
                "1.00 == 1 | true",
                "price in [99.5, 100] | true",
                "employees in [41.0, 42] | true",
                "-1.5 * 2 | -3",
                "- 1.5 | -1.5",
                "2 - -1.5 | 3.5",
                "1.5e3 + .5 | 1500.5",
                "1E2 | 100",
                "7 / 2 | 3.5",
                "6 / 2 | 3",
                "1 / 3 | 0.33333333333333333333",
                "2 / 3 | 0.66666666666666666667",
                "-2 / 3 | -0.66666666666666666667",
                "1 / 3 * 3 == 1 | false",
                "round(1 / 3 * 3, 10) == 1 | true",
                "0 / 5 | 0",
                "7 % 3 | 1",
                "-7 % 3 | -1",
                "7.5 % 2 | 1.5",
                "round(2.5) | 3",
                "round(-2.5) | -3",
                "round(2.345, 2) | 2.35",
                "round(2.344999, 2) | 2.34",
                "round(1234.5, -2) | 1200",
                "round(1250, -2) | 1300",
                "floor(-1.5) | -2",
                "ceil(-1.5) | -1",
                "abs(-1.5) | 1.5",
                "min(1, 1.5) | 1",
                "max(1, 1.5) | 1.5",
                "max([3, 9, 4]) | 9",
                "sum([0.1, 0.2, 0.3]) | 0.6",
                "sum([]) | 0",
                "decimal('0.1') + decimal(' 0.2 ') | 0.3",
                "price > 1 ? 0 : 1.5 | 0",
                "string(1.50) | 1.5",
                "string(price * 1000000) | 100000000",
                "999999999999999999999999999999.0 - 1 | 999999999999999999999999999998",
                "9223372036854775807 + 0.0 + 1 | 9223372036854775808",
                "0.00000000000000000001 * 1 | 0.00000000000000000001",
                "0.00000000000000000001 / 2 | 0.00000000000000000001",
                "0.00000000000000000001 / 3 | 0",
                "1.123456789012345678905 | 1.12345678901234567891"
            })
    void numbersAreExact(String source, String result) {
        Object value = Samples.evaluate(source);

        assertThat(value instanceof BigDecimal number ? number.toPlainString() : value.toString())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 / 0 | rule.divisionByZero | 2",
                "price / (employees - 42) | rule.divisionByZero | 6",
                "price % 0 | rule.divisionByZero | 6",
                "7 % (employees - 42) | rule.divisionByZero | 2",
                "9223372036854775807 + 1 | rule.numberTooLarge | 20",
                "-9223372036854775807 - 2 | rule.numberTooLarge | 21",
                "employees * 9223372036854775807 | rule.numberTooLarge | 10",
                "price * 99999999999999999999999999999.0 | rule.numberTooLarge | 6",
                "floor(price * 10000000000000000000.0) | rule.numberTooLarge | 5",
                "round(price, 21) | rule.invalidValue | 5",
                "decimal('12,5') | rule.invalidValue | 7",
                "decimal('1e999999999') | rule.numberTooLarge | 7"
            })
    void whatHasNoResultFailsAtItsPlace(String source, String code, int offset) {
        RuleFailure failure = RuleFailures.of(source);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.offset()).isEqualTo(offset);
    }

    @Test
    void aFailureThatDoesNotMatterIsNone() {
        assertThat(Samples.evaluate("employees == 42 || 1 / 0 > 1")).isEqualTo(true);
        assertThat(Samples.evaluate("employees == 0 && 1 / 0 > 1")).isEqualTo(false);
        assertThat(Samples.evaluate("employees == 42 ? 1 : 1 / 0")).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void aProductOfProductsEndsInsteadOfGrowing() {
        assertThat(RuleFailures.of("price * ".repeat(60) + "price").code()).isEqualTo("rule.numberTooLarge");
        assertThat(Samples.evaluate("0.0000001 * ".repeat(60) + "0.0000001")).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void randomArithmeticAgreesWithBigDecimal() {
        Random random = new Random(20261122);
        Rule sum = formula("price + discount");
        Rule difference = formula("price - discount");
        Rule product = formula("price * discount");
        Rule quotient = formula("price / discount");
        for (int i = 0; i < 5_000; i++) {
            BigDecimal a = random(random);
            BigDecimal b = random(random);
            RuleInput input = RuleInput.of(Map.of("price", a, "discount", b));

            assertThat((BigDecimal) sum.evaluate(input)).isEqualByComparingTo(a.add(b));
            assertThat((BigDecimal) difference.evaluate(input)).isEqualByComparingTo(a.subtract(b));
            assertThat((BigDecimal) product.evaluate(input)).isEqualByComparingTo(a.multiply(b));
            if (b.signum() != 0) {
                assertThat((BigDecimal) quotient.evaluate(input))
                        .isEqualByComparingTo(a.divide(b, 20, RoundingMode.HALF_UP));
            }
        }
    }

    @Test
    void randomLiteralsAreReadDigitByDigit() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            BigDecimal a = random(random);
            BigDecimal b = random(random);

            assertThat(Samples.evaluate(
                            "(" + text(a) + " * " + text(b) + ") == " + text(a.multiply(b)), RuleType.CONDITION))
                    .isEqualTo(true);
        }
    }

    /** Up to 15 digits, up to 6 of them after the point. */
    private static BigDecimal random(Random random) {
        return BigDecimal.valueOf(random.nextLong() % 1_000_000_000_000_000L, random.nextInt(7));
    }

    private static String text(BigDecimal number) {
        String plain = number.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static Rule formula(String source) {
        return RuleCompiler.compile(source, Samples.ENVIRONMENT, RuleType.DECIMAL);
    }
}
