package io.guanxi.infra.command;

import io.guanxi.infra.process.ProcessRecord;
import io.guanxi.infra.process.ProcessRecords;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.Home;
import java.util.Optional;

/** What runs in a home at the moment, seen from another process. */
record Running(Home home, ProcessRecords records) {

    static Running in(Settings settings) {
        Home home = new Home(settings.home());
        return new Running(home, new ProcessRecords(home.run()));
    }

    Optional<ProcessHandle> launcher() {
        return records.find("launcher").flatMap(ProcessRecord::running);
    }
}
