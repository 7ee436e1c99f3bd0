package io.guanxi.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedPositionTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static List<RecordEvent> events(long... positions) {
        return Arrays.stream(positions)
                .mapToObj(position -> new RecordEvent(position, 1, "account", position, RecordEvent.Kind.UPDATED))
                .toList();
    }

    @Test
    void whatIsReadInOneLineLeavesNoGaps() {
        assertThat(FeedPosition.START.after(events(1, 2, 3), NOON)).isEqualTo(FeedPosition.at(3));
    }

    @Test
    void positionsThatWereNotThereAreAskedForAgain() {
        FeedPosition position = FeedPosition.at(10).after(events(12, 15), NOON);
        assertThat(position.last()).isEqualTo(15);
        assertThat(position.gaps())
                .containsExactly(new FeedPosition.Gap(11, 11, NOON), new FeedPosition.Gap(13, 14, NOON));
    }

    @Test
    void aLateEventClosesItsPartOfTheGap() {
        FeedPosition position = FeedPosition.at(10).after(events(20), NOON).after(events(15, 21), NOON.plusSeconds(1));
        assertThat(position.last()).isEqualTo(21);
        assertThat(position.gaps())
                .containsExactly(new FeedPosition.Gap(11, 14, NOON), new FeedPosition.Gap(16, 19, NOON));
    }

    @Test
    void aGapThatNoTransactionCanFillAnyMoreIsForgotten() {
        FeedPosition position = FeedPosition.at(10).after(events(12), NOON);
        Instant later = NOON.plus(FeedPosition.LONGEST_TRANSACTION);
        assertThat(position.after(List.of(), later.minusSeconds(1)).gaps()).hasSize(1);
        assertThat(position.after(List.of(), later).gaps()).isEmpty();
    }

    @Test
    void whereItStandsSurvivesBeingWritten() {
        FeedPosition position = FeedPosition.at(10).after(events(12, 15), NOON);
        assertThat(FeedPosition.parse(position.text())).isEqualTo(position);
        assertThat(FeedPosition.parse("0")).isEqualTo(FeedPosition.START);
    }
}
