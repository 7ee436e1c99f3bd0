package io.guanxi.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

    @TempDir
    Path folder;

    private Process child;

    @BeforeEach
    void startChild() throws IOException {
        child = new ProcessBuilder("sleep", "600").start();
        new ProcessRecords(folder).add(ProcessRecord.of("child", child.toHandle()));
    }

    @AfterEach
    void endChild() {
        child.destroyForcibly();
    }

    @Test
    void aLauncherThatDiesWithoutFarewellTakesItsChildrenAlong() throws IOException, InterruptedException {
        Process guard = guardProgram().start();
        guard.getOutputStream().close();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void afterAFarewellTheGuardTouchesNothing() throws IOException, InterruptedException {
        ProcessBuilder program = guardProgram();
        try (Guard guard = Guard.start(program)) {
            assertThat(guard).isNotNull();
        }
        assertThat(child.waitFor(1, TimeUnit.SECONDS)).isFalse();
    }

    private ProcessBuilder guardProgram() throws IOException {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target", "classes").toString(),
                Guard.class.getName(),
                folder.toString());
    }
}
