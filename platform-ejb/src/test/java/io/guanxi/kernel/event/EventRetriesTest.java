package io.guanxi.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventRetriesTest {

    @Test
    void eachPauseIsTwiceTheOneBeforeUpToAnHour() {
        assertThat(EventRetries.pause(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(EventRetries.pause(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(EventRetries.pause(EventRetries.ATTEMPTS)).isEqualTo(Duration.ofHours(1));
    }
}
