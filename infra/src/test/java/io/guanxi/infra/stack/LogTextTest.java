package io.guanxi.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void anExceptionOfTheApplicationIsReadLineByLine() {
        String log = "{\"time\":\"2026-11-22T10:00:00Z\",\"level\":\"SEVERE\",\"message\":\"failed\","
                + "\"exception\":\"java.lang.A: b\\n\\tat c\\nCaused by: java.lang.D: e\"}\n";
        assertThat(LogText.lines(log))
                .containsExactly(
                        "2026-11-22T10:00:00Z SEVERE failed", "java.lang.A: b", "\tat c", "Caused by: java.lang.D: e");
    }

    @Test
    void anExceptionOfTheServerIsToo() {
        String log = "{\"Timestamp\":\"t\",\"Level\":\"WARNING\",\"LogMessage\":\"m\","
                + "\"Throwable\":{\"Exception\":\"x\",\"StackTrace\":\"s\\nCaused by: y\"}}\n";
        assertThat(LogText.lines(log)).containsExactly("t WARNING m", "s", "Caused by: y");
    }

    @Test
    void otherLinesStayAsTheyAre() {
        assertThat(LogText.lines("plain\n{\"cut off\n")).containsExactly("plain", "{\"cut off");
    }
}
