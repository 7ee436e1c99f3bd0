package io.guanxi.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "14:30, 14:30",
        "9:05, 09:05",
        "2:30 PM, 14:30",
        "12:00 a.m., 00:00",
        "12:15 pm, 12:15",
        "下午2:30, 14:30",
        "上午9点30分, 09:30",
        "14时, 14:00",
        "14h30, 14:30",
        "23:59:58, 23:59:58"
    })
    void timesOfDayAreReadAsFilesHaveThem(String text, String time) {
        assertThat(TimeText.parse(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "9:61", "noon", "14", "2026-10-27 14:30", "13:00 pm pm"})
    void whatIsNoneIsNotGuessed(String text) {
        assertThat(TimeText.parse(text)).isEmpty();
    }
}
