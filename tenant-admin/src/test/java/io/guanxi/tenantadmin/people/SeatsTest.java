package io.guanxi.tenantadmin.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SeatsTest {

    @Test
    void theLastSeatCanBeTakenAndNoneAfterIt() {
        assertThat(new Seats(2, OptionalLong.of(3)).isFull()).isFalse();
        assertThat(new Seats(3, OptionalLong.of(3)).isFull()).isTrue();
    }

    @Test
    void moreThanAllowedAfterASmallerPlanIsFullToo() {
        assertThat(new Seats(9, OptionalLong.of(3)).isFull()).isTrue();
    }

    @Test
    void withoutALimitItIsNeverFull() {
        assertThat(new Seats(1_000_000, OptionalLong.empty()).isFull()).isFalse();
    }
}
