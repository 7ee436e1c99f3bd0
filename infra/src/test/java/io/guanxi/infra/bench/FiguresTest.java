package io.guanxi.infra.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final long MILLI = 1_000_000;
    private static final DatabaseWork NOTHING = new DatabaseWork(0, 0);

    @Test
    void percentilesAreThoseOfTheSortedLatencies() {
        long[] nanos =
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * MILLI).toArray();
        Figures figures = Figures.of("x", nanos, 2, 0, 50, 25, new DatabaseWork(300, 5_000));
        assertThat(figures.p50Millis()).isEqualTo(50);
        assertThat(figures.p99Millis()).isEqualTo(99);
        assertThat(figures.slowestMillis()).isEqualTo(100);
        assertThat(figures.applicationCpuMillis()).isEqualTo(0.5);
        assertThat(figures.databaseCpuMillis()).isEqualTo(0.25);
        assertThat(figures.statements()).isEqualTo(3);
        assertThat(figures.rowsRead()).isEqualTo(50);
    }

    @Test
    void wrongAnswersDoNotCountAsThroughput() {
        Figures figures = Figures.of("x", new long[] {MILLI, MILLI, MILLI, MILLI}, 2, 3, 0, 0, NOTHING);
        assertThat(figures.perSecond()).isEqualTo(0.5);
        assertThat(figures.requests()).isEqualTo(4);
    }

    @Test
    void nothingMeasuredIsNotANumber() {
        assertThat(Figures.of("x", new long[0], 1, 0, 0, 0, NOTHING).p50Millis())
                .isNaN();
    }
}
