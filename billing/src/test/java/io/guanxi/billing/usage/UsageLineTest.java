package io.guanxi.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.billing.usage.UsageLine.Standing;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UsageLineTest {

    @Test
    void aLimitIsNearAtFourFifthsAndReachedAtAll() {
        assertThat(line(79, 100).standing()).isEqualTo(Standing.FREE);
        assertThat(line(80, 100).standing()).isEqualTo(Standing.NEAR);
        assertThat(line(99, 100).standing()).isEqualTo(Standing.NEAR);
        assertThat(line(100, 100).standing()).isEqualTo(Standing.REACHED);
    }

    @Test
    void whatIsNotYetReachedIsNotRoundedUpToIt() {
        assertThat(line(999, 1_000).percent()).isEqualTo(99);
        assertThat(line(999, 1_000).standing()).isEqualTo(Standing.NEAR);
    }

    @Test
    void nothingAllowedIsReachedAtOnceAndWithoutALimitNothingIs() {
        assertThat(line(0, 0).standing()).isEqualTo(Standing.REACHED);
        UsageLine unlimited = new UsageLine("records", Long.MAX_VALUE, OptionalLong.empty());
        assertThat(unlimited.standing()).isEqualTo(Standing.FREE);
        assertThat(unlimited.percent()).isZero();
    }

    @Test
    void moreThanAllAfterAMoveToASmallerPlanIsReached() {
        assertThat(line(5_000_000_000_000L, 10).percent()).isEqualTo(9_999);
        assertThat(line(250, 100).standing()).isEqualTo(Standing.REACHED);
    }

    private static UsageLine line(long used, long allowed) {
        return new UsageLine("records", used, OptionalLong.of(allowed));
    }
}
