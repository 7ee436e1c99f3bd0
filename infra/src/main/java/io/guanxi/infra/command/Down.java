package io.guanxi.infra.command;

import io.guanxi.infra.process.Ending;
import io.guanxi.infra.process.ProcessRecord;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stops what {@code up} started, in order, and whatever a killed launcher left behind. */
final class Down implements Command {

    @Override
    public String name() {
        return "down";
    }

    @Override
    public int run(Settings settings, List<String> words) {
        new Arguments(words, Set.of(), Set.of()).atMost(0);
        Running running = Running.in(settings);
        Optional<ProcessHandle> launcher = running.launcher();
        List<ProcessRecord> processes = running.records().lastStartedFirst();
        if (launcher.isEmpty()
                && processes.stream().allMatch(process -> process.running().isEmpty())) {
            System.out.println(Text.of("down.nothing", running.home().folder()));
            return 0;
        }
        System.out.println(Text.of("up.stopping"));
        launcher.ifPresent(Ending::endPatiently);
        Ending.endAll(running.records(), processes);
        System.out.println(Text.of("up.stopped"));
        return 0;
    }
}
