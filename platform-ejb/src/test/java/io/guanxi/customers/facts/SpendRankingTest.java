package io.guanxi.customers.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpendRankingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    /** A hundred buyers who spent 1 to 100. */
    private final SpendRanking hundred = new SpendRanking(
            IntStream.rangeClosed(1, 100).mapToObj(n -> buyer(n)).toList());

    private static SpendRanking.Buyer buyer(int spend) {
        return new SpendRanking.Buyer(BigDecimal.valueOf(spend), DAY.plusDays(spend), spend);
    }

    private static BigDecimal top(SpendRanking ranking, int spend) {
        return ranking.topPercent(BigDecimal.valueOf(spend)).orElseThrow();
    }

    @Test
    void nobodySpentMoreThanTheFirst() {
        assertThat(top(hundred, 100)).isEqualByComparingTo("0");
        assertThat(top(hundred, 96)).isEqualByComparingTo("4");
        assertThat(top(hundred, 95)).isEqualByComparingTo("5");
        assertThat(top(hundred, 1)).isEqualByComparingTo("99");
    }

    @Test
    void theOnlyBuyerIsTheFirst() {
        SpendRanking one = new SpendRanking(List.of(buyer(7)));
        assertThat(top(one, 7)).isEqualByComparingTo("0");
        assertThat(one.rfm(buyer(7))).isEqualTo("555");
    }

    @Test
    void whoSpentTheSameStandsAtTheSamePlace() {
        SpendRanking alike = new SpendRanking(List.of(buyer(5), buyer(5), buyer(9)));
        assertThat(top(alike, 5)).isEqualByComparingTo("33.3333");
    }

    @Test
    void whoSpentNothingHasNoPlace() {
        assertThat(hundred.topPercent(BigDecimal.ZERO)).isEmpty();
    }

    @Test
    void buyersAreCutIntoFifths() {
        assertThat(hundred.rfm(buyer(100))).isEqualTo("555");
        assertThat(hundred.rfm(buyer(81))).isEqualTo("555");
        assertThat(hundred.rfm(buyer(80))).isEqualTo("444");
        assertThat(hundred.rfm(buyer(20))).isEqualTo("111");
        assertThat(hundred.rfm(new SpendRanking.Buyer(BigDecimal.ONE, DAY.plusDays(100), 50)))
                .isEqualTo("531");
    }

    @Test
    void amountsAreComparedToTheLastDigit() {
        SpendRanking close = new SpendRanking(List.of(
                new SpendRanking.Buyer(new BigDecimal("10.0001"), DAY, 1),
                new SpendRanking.Buyer(new BigDecimal("10.0002"), DAY, 1)));
        assertThat(close.topPercent(new BigDecimal("10.0001")).orElseThrow()).isEqualByComparingTo("50");
        assertThat(close.topPercent(new BigDecimal("10.0002")).orElseThrow()).isEqualByComparingTo("0");
    }
}
