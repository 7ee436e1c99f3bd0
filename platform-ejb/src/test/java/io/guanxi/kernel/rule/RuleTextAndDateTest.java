package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTextAndDateTest {

    /** {@code name} is Jade Tea House. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name.lower() | jade tea house",
                "upper('straße') | STRASSE",
                "trim('　茶 ') | 茶",
                "name.startsWith('Jade') && name.endsWith('House') && name.contains('Tea') | true",
                "size('茶叶😀') | 3",
                "substring('茶叶😀x', 2, 3) | 😀",
                "substring('abc', -5, 99) | abc",
                "substring('abc', 2, 1) |  ",
                "name.substring(5) | Tea House",
                "replace('aaa', 'a', 'bb') | bbbbbb",
                "replace('aaa', '', 'b') | aaa",
                "split('a,,b', ',') | [a, , b]",
                "split('abc', '') | [abc]",
                "join(split('b a c', ' '), '-') | b-a-c",
                "join(phones.map(p, p.label), '/') | work/mobile",
                "phones.filter(p, p.label == 'work')[0].number | +862112345678",
                "phones.map(p, p.number).exists(n, n.startsWith('+8613')) | true",
                "name.matches('^Jade .*House$') | true",
                "name.matches('Tea') | true",
                "name.matches('^Tea') | false",
                "matches(name, '(?i)^jade') | true",
                "'it\\'s' + \" \\\"ok\\\"\" | it's \"ok\"",
                "r'\\d+' | \\d+",
                "name < 'K' | true",
                "name + ' / ' + country | Jade Tea House / CN",
                "phones[0].label in ['work', 'mobile'] | true",
                "phones == [] | false",
                "['a'] + ['b'] | [a, b]",
                "[1, 2, 3].filter(n, n > 1).map(n, n * 10) | [20, 30]",
                "[[1, 2], [3]].map(l, l.map(n, n * 2)) | [[2, 4], [6]]",
                "[1, 2].map(n, [3, 4].filter(m, m * n > 4)) | [[], [3, 4]]",
                "[].map(n, 1) | []"
            })
    void textsCountCharactersAndNotBytes(String source, String result) {
        assertThat(String.valueOf(Samples.evaluate(source)).strip()).isEqualTo(result == null ? "" : result);
    }

    /** {@code since} is 2024-02-29, {@code createdAt} 2026-11-20T08:30Z; it is 2026-11-22 16:30 in Shanghai. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since | 2024-02-29",
                "since.year() | 2024",
                "since.month() * 100 + since.day() | 229",
                "since + 1 | 2024-03-01",
                "since - 29 | 2024-01-31",
                "addMonths(since, 12) | 2025-02-28",
                "addMonths(since, -1) | 2024-01-29",
                "addMonths(date('2026-01-31'), 1) | 2026-02-28",
                "today - since | 997",
                "daysBetween(since, today) | 997",
                "daysBetween(today, since) | -997",
                "since < today | true",
                "since == date('2024-02-29') | true",
                "since != date(2024, 2, 28) | true",
                "today | 2026-11-22",
                "date(now) == today | true",
                "date(createdAt) | 2026-11-20",
                "date(timestamp('2026-11-22T16:00:00Z')) | 2026-11-23",
                "createdAt < now | true",
                "createdAt == timestamp('2026-11-20T16:30:00+08:00') | true",
                "addDays(createdAt, 2) == now | true",
                "hoursBetween(createdAt, now) | 48",
                "daysBetween(createdAt, now) | 2",
                "max(since, today) | 2026-11-22",
                "today.weekday() | 7",
                "today in [since, date('2026-11-22')] | true",
                "date('2026-02-28') + 1 == date('2026-03-01') | true"
            })
    void datesAreReckonedInTheZoneOfTheEvaluation(String source, String result) {
        assertThat(String.valueOf(Samples.evaluate(source))).isEqualTo(result);
    }

    @Test
    void todayDependsOnTheZone() {
        Rule rule = RuleCompiler.compile("today", Samples.ENVIRONMENT, RuleType.DATE);
        RuleInput input = Samples.input();
        Instant evening = Instant.parse("2026-11-22T23:30:00Z");

        assertThat(rule.evaluate(input.at(evening, ZoneId.of("Asia/Shanghai")))).isEqualTo("2026-11-23");
        assertThat(rule.evaluate(input.at(evening, ZoneId.of("America/New_York"))))
                .isEqualTo("2026-11-22");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date(2026, 2, 30)",
                "date(name)",
                "since + 99999999999",
                "since - 9223372036854775807 - 2",
                "since - -9223372036854775808",
                "addMonths(since, 999999999)",
                "addDays(createdAt, 9999999999)",
                "timestamp(name)"
            })
    void datesBeyondTheCalendarFail(String source) {
        assertThat(RuleFailures.of(source).code()).isEqualTo("rule.invalidValue");
    }
}
