package io.guanxi.infra.command;

import io.guanxi.infra.process.ProcessRecord;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.text.Text;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Says what runs: exit status 0 when everything is up, 3 when it is not. */
final class Status implements Command {

    private static final int NOT_UP = 3;

    @Override
    public String name() {
        return "status";
    }

    @Override
    public int run(Settings settings, List<String> words) {
        new Arguments(words, Set.of(), Set.of()).atMost(0);
        Running running = Running.in(settings);
        List<ProcessRecord> processes = new ArrayList<>(running.records().lastStartedFirst());
        Collections.reverse(processes);
        for (ProcessRecord process : processes) {
            System.out.println(Text.of(
                    process.running().isPresent() ? "status.runs" : "status.gone",
                    process.name(),
                    Long.toString(process.pid()),
                    Duration.between(process.started(), Instant.now()).toMinutes()));
        }
        boolean up =
                running.launcher().isPresent() && Files.exists(running.home().readyMark());
        System.out.println(up ? Text.of("up.ready", settings.publicUrl()) : Text.of("status.notUp"));
        return up ? 0 : NOT_UP;
    }
}
