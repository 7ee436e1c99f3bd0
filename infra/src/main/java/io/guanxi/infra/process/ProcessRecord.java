package io.guanxi.infra.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that was started and may have outlived its launcher: a process number alone may meanwhile belong to
 * somebody else, so the time it was started stands beside it.
 */
public record ProcessRecord(String name, long pid, Instant started) {

    /** The kernel's clock tick and the boot time it is added to are rounded differently at every reading. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /** Records a running process; one that is gone already gets the present as its start. */
    public static ProcessRecord of(String name, ProcessHandle process) {
        return new ProcessRecord(
                name, process.pid(), process.info().startInstant().orElseGet(Instant::now));
    }

    /** The process, when it still runs and is the one recorded. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(ProcessRecord::isMoreThanAnExitStatus)
                .filter(this::startedThen);
    }

    /** A process that has ended keeps its number until its parent asks for the status; it has no program any more. */
    private static boolean isMoreThanAnExitStatus(ProcessHandle process) {
        return process.info().command().isPresent();
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(then -> Duration.between(started, then).abs().compareTo(ROUNDING) <= 0)
                .orElse(false);
    }
}
