package io.guanxi.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordsTest {

    @TempDir
    Path folder;

    @Test
    void aRecordedProcessIsFoundAgainByAnother() {
        ProcessRecords records = new ProcessRecords(folder);
        records.add(ProcessRecord.of("self", ProcessHandle.current()));
        assertThat(new ProcessRecords(folder).find("self").orElseThrow().running())
                .contains(ProcessHandle.current());
    }

    @Test
    void aProcessNumberThatWasGivenToSomebodyElseIsNotTakenForOurs() {
        ProcessRecord stale = new ProcessRecord(
                "old", ProcessHandle.current().pid(), Instant.now().minus(Duration.ofDays(1)));
        assertThat(stale.running()).isEmpty();
    }

    @Test
    void aFileThatWasCutShortCountsAsNone() throws IOException {
        Files.writeString(folder.resolve("payara.process"), "pid=12");
        assertThat(new ProcessRecords(folder).find("payara")).isEmpty();
        assertThat(new ProcessRecords(folder).lastStartedFirst()).isEmpty();
    }

    @Test
    void leftOversAreListedLastStartedFirst() {
        ProcessRecords records = new ProcessRecords(folder);
        Instant now = Instant.now();
        records.add(new ProcessRecord("database", 1, now.minusSeconds(20)));
        records.add(new ProcessRecord("payara", 2, now));
        records.add(new ProcessRecord("keycloak", 3, now.minusSeconds(10)));
        assertThat(records.lastStartedFirst())
                .extracting(ProcessRecord::name)
                .containsExactly("payara", "keycloak", "database");
    }

    @Test
    void endingLeftOversEndsThemAndForgetsThem() throws IOException, InterruptedException {
        Process sleeper = new ProcessBuilder("sleep", "600").start();
        ProcessRecords records = new ProcessRecords(folder);
        records.add(ProcessRecord.of("sleeper", sleeper.toHandle()));
        Ending.endAll(records, records.lastStartedFirst());
        assertThat(sleeper.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(records.find("sleeper")).isEmpty();
    }
}
