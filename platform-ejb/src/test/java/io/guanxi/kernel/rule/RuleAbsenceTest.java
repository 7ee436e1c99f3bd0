package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code discount}, {@code creditLimit}, {@code until}, {@code city}, {@code blocked}, {@code emails} have no value. */
class RuleAbsenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '"',
            value = {
                "discount == null => true",
                "discount != null => false",
                "null == discount => true",
                "price == null => false",
                "price != null => true",
                "has(discount) => false",
                "has(price) => true",
                "creditLimit == null => true",
                "creditLimit.amount == null => true",
                "creditLimit.currency == 'EUR' => false",
                "creditLimit.amount > 0 => false",
                "annualRevenue == creditLimit => false",
                "emails == null => true",
                "phones == null => false",
                "size(emails) => 0",
                "emails[0].address == null => true",
                "phones[9].number == null => true",
                "isBlank(city) => true",
                "isBlank(emails) => true",
                "isBlank(' ') => true",
                "isBlank(name) => false",
                "discount == 0 => false",
                "discount != 0 => true",
                "discount == until.year() => true",
                "discount > 0 => false",
                "discount <= 0 => false",
                "!(discount > 0) => true",
                "until < today => false",
                "until > today => false",
                "city < 'a' => false",
                "blocked => false",
                "!blocked => true",
                "blocked && vip => false",
                "blocked || vip => true",
                "blocked == null => true",
                "blocked == false => false",
                "blocked ? 1 : 2 => 2",
                "discount + 1 => null",
                "price * discount => null",
                "discount / 0 => null",
                "-discount => null",
                "round(discount, 2) => null",
                "coalesce(discount, 0) + 1 => 1",
                "coalesce(discount, creditLimit.amount, 7.5) => 7.5",
                "min(discount, 5) => 5",
                "max(5, discount) => 5",
                "until + 1 => null",
                "today - until => null",
                "daysBetween(since, until) => null",
                "city + ' x' =>  x",
                "'x' + city => x",
                "city + description => null",
                "lower(city) => null",
                "size(city) => 0",
                "city.contains('x') => false",
                "name.contains(city) => false",
                "city.matches('^$') => false",
                "replace(city, 'a', 'b') => null",
                "substring(city, 0, 3) => null",
                "split(city, ',') => []",
                "string(discount) => null",
                "city in ['a', 'b'] => false",
                "coalesce(city, 'none') => none",
                "vip ? null : 5 => null",
                "emails.exists(e, e.label == 'work') => false",
                "emails.all(e, e.label == 'work') => true",
                "phones.exists(p, p.label == city) => false",
                "money(discount, 'EUR') == null => true",
                "old.discount == null => true",
                "old.phones.exists(p, p.label == 'work') => false",
                "old == null => false"
            })
    void anAbsentValueNeverBreaksARule(String source, String result) {
        assertThat(String.valueOf(Samples.evaluate(source)).strip()).isEqualTo(result);
    }

    @Test
    void aConditionWithoutResultIsFalse() {
        assertThat(Samples.evaluate("blocked", RuleType.CONDITION)).isEqualTo(false);
        assertThat(Samples.evaluate("vip ? blocked : vip", RuleType.CONDITION)).isEqualTo(false);
    }

    @Test
    void whileARecordIsCreatedThereIsNoneBefore() {
        RuleInput created = RuleInput.of(Samples.values());

        assertThat(evaluate("old == null", created)).isEqualTo(true);
        assertThat(evaluate("old.country == null", created)).isEqualTo(true);
        assertThat(evaluate("old.annualRevenue.amount > 5", created)).isEqualTo(false);
        assertThat(evaluate("size(old.phones)", created)).isEqualTo(0L);
        assertThat(evaluate("changed(country)", created)).isEqualTo(true);
        assertThat(evaluate("changed(city)", created)).isEqualTo(false);
    }

    @Test
    void whatIsNotThereAtAllIsAbsentEverywhere() {
        RuleInput empty = RuleInput.of(Map.of());

        assertThat(evaluate("country == null && price == null && phones == null && user == null", empty))
                .isEqualTo(true);
        assertThat(evaluate("user.role == 'ADMIN'", empty)).isEqualTo(false);
    }

    @Test
    void changedComparesWithTheRecordBefore() {
        assertThat(Samples.evaluate("changed(country)")).isEqualTo(true);
        assertThat(Samples.evaluate("changed(employees)")).isEqualTo(false);
        assertThat(Samples.evaluate("changed(annualRevenue)")).isEqualTo(false);
        assertThat(Samples.evaluate("changed(annualRevenue.amount)")).isEqualTo(false);
        assertThat(Samples.evaluate("changed(phones)")).isEqualTo(true);
        assertThat(evaluate("changed(phones)", Samples.input().withOld(Samples.values())))
                .isEqualTo(false);
        assertThat(Samples.evaluate("old.country == 'DE' && country == 'CN'")).isEqualTo(true);
    }

    private static Object evaluate(String source, RuleInput input) {
        return RuleCompiler.compile(source, Samples.ENVIRONMENT, RuleType.ANY).evaluate(input);
    }
}
