package io.guanxi.infra.stack;

import io.guanxi.infra.process.Ending;
import io.guanxi.infra.process.ProcessRecord;
import io.guanxi.infra.process.ProcessRecords;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A part with its process: started, watched, started again when it dies by itself, and stopped. */
final class SupervisedPart implements Workbench {

    private static final long POLL_MILLIS = 200;
    private static final int LOG_LINES = 15;
    private static final int LONGEST_PAUSE_SECONDS = 30;
    /** A part that served this long before it died starts with the shortest pause again. */
    private static final Duration STABLE = Duration.ofMinutes(2);

    private final Part part;
    private final Home home;
    private final ProcessRecords records;
    private final Progress progress;
    private final ScheduledExecutorService scheduler;
    private final Runnable servingChanged;
    private final List<Process> helpers = new CopyOnWriteArrayList<>();
    private volatile Process process;
    private volatile boolean stopping;
    private volatile boolean serving;
    private volatile Instant readySince = Instant.EPOCH;
    private int pauseSeconds = 1;

    SupervisedPart(
            Part part,
            Home home,
            ProcessRecords records,
            Progress progress,
            ScheduledExecutorService scheduler,
            Runnable servingChanged) {
        this.part = part;
        this.home = home;
        this.records = records;
        this.progress = progress;
        this.scheduler = scheduler;
        this.servingChanged = servingChanged;
    }

    Part part() {
        return part;
    }

    /** Whether it answered when it was last started and has not died since. */
    boolean serving() {
        return serving;
    }

    /**
     * Starts it and returns when it serves.
     *
     * @throws PartFailed when it ends before that, takes too long, or was stopped meanwhile
     */
    void start() throws IOException {
        Instant begin = Instant.now();
        keepLastLog();
        progress.say(Text.of("part.starting", part.name()));
        part.prepare(this);
        Instant prepared = Instant.now();
        Process started = launch();
        awaitReady(started);
        part.finish();
        readySince = Instant.now();
        setServing(true);
        started.onExit().thenAccept(this::ended);
        progress.say(Text.of("part.ready", part.name(), seconds(begin, Instant.now()), seconds(begin, prepared)));
    }

    /** Ends it for good. */
    void stop() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        setServing(false);
        helpers.forEach(helper -> Ending.end(helper.toHandle()));
        if (running != null && running.isAlive()) {
            Ending.end(running.toHandle());
        }
        records.remove(part.name());
    }

    /** Ends it and starts it again. */
    void restart() throws IOException {
        Process running = process;
        process = null;
        setServing(false);
        Ending.end(running.toHandle());
        start();
    }

    /** Kills it without warning, as a power cut would; supervision then starts it again. */
    void kill() {
        setServing(false);
        process.destroyForcibly();
        Ending.awaitExit(process.toHandle(), STABLE);
    }

    @Override
    public void say(String message) {
        progress.say(message);
    }

    @Override
    public void run(String name, ProcessBuilder program) throws IOException {
        Process helper = program.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(name).toFile()))
                .start();
        helpers.add(helper);
        records.add(ProcessRecord.of(name + "-preparation", helper.toHandle()));
        try {
            if (helper.waitFor() != 0) {
                throw failed("part.ended", Integer.toString(helper.exitValue()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("part.interrupted", "");
        } finally {
            records.remove(name + "-preparation");
            helpers.remove(helper);
        }
    }

    private synchronized Process launch() throws IOException {
        if (stopping) {
            throw failed("part.interrupted", "");
        }
        process = part.process()
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        records.add(ProcessRecord.of(part.name(), process.toHandle()));
        return process;
    }

    private void awaitReady(Process started) {
        Instant deadline = Instant.now().plus(part.patience());
        try {
            while (!started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (part.ready()) {
                    return;
                }
                if (part.hopeless(logText())) {
                    throw failed("part.hopeless", "");
                }
                if (Instant.now().isAfter(deadline)) {
                    throw failed("part.slow", Long.toString(part.patience().toSeconds()));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("part.interrupted", "");
        }
        throw failed(stopping ? "part.interrupted" : "part.ended", Integer.toString(started.exitValue()));
    }

    private void ended(Process dead) {
        setServing(false);
        if (stopping || dead != process) {
            return;
        }
        if (Duration.between(readySince, Instant.now()).compareTo(STABLE) > 0) {
            pauseSeconds = 1;
        }
        progress.say(Text.of("part.died", part.name(), Integer.toString(dead.exitValue()), pauseSeconds));
        startLater();
    }

    private void startLater() {
        scheduler.schedule(this::startAgain, pauseSeconds, TimeUnit.SECONDS);
        pauseSeconds = Math.min(pauseSeconds * 2, LONGEST_PAUSE_SECONDS);
    }

    private void startAgain() {
        if (stopping) {
            return;
        }
        try {
            start();
        } catch (IOException | RuntimeException failure) {
            if (!stopping) {
                progress.say(failure.getMessage());
                stopUnready();
                startLater();
            }
        }
    }

    private void stopUnready() {
        Process unready = process;
        if (unready != null && unready.isAlive()) {
            Ending.end(unready.toHandle());
        }
    }

    private void setServing(boolean now) {
        serving = now;
        servingChanged.run();
    }

    private PartFailed failed(String key, String detail) {
        return new PartFailed(key, part.name(), detail, log(), lastLines());
    }

    /** The end of the log; of a Java program that told causes, the last of them. */
    private String lastLines() {
        List<String> lines = LogText.lines(logText());
        List<String> causes = lines.stream()
                .filter(line -> line.startsWith("Caused by: ") || line.contains("DeploymentException: "))
                .distinct()
                .toList();
        List<String> telling = causes.isEmpty() ? lines : causes;
        return String.join("\n", telling.subList(Math.max(0, telling.size() - LOG_LINES), telling.size()));
    }

    private String logText() {
        try {
            return Files.exists(log()) ? new String(Files.readAllBytes(log()), StandardCharsets.UTF_8) : "";
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private void keepLastLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), log().resolveSibling(log().getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path log() {
        return home.log(part.name());
    }

    private static String seconds(Instant from, Instant to) {
        return String.format("%.1f", Duration.between(from, to).toMillis() / 1000.0);
    }
}
