package io.guanxi.infra.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: asks first, then insists. */
public final class Ending {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Ending() {}

    /** Asks a process to end (SIGTERM), waits for it, and kills it when it has not gone after half a minute. */
    public static void end(ProcessHandle process) {
        process.destroy();
        if (!awaitExit(process, PATIENCE)) {
            process.destroyForcibly();
            awaitExit(process, PATIENCE);
        }
    }

    /** Asks a launcher to end and waits as long as the orderly stop of all its parts may take, before it is killed. */
    public static void endPatiently(ProcessHandle launcher) {
        launcher.destroy();
        if (!awaitExit(launcher, PATIENCE.multipliedBy(4))) {
            launcher.destroyForcibly();
            awaitExit(launcher, PATIENCE);
        }
    }

    /** Ends those of the recorded processes that still run, the last started first, and forgets them all. */
    public static void endAll(ProcessRecords records, Iterable<ProcessRecord> processes) {
        for (ProcessRecord process : processes) {
            process.running().ifPresent(Ending::end);
            records.remove(process.name());
        }
    }

    /** Waits until a process is gone; false when it is still there after the time given. */
    public static boolean awaitExit(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
