package io.guanxi.infra.command;

import io.guanxi.infra.Launcher;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.Distribution;
import io.guanxi.infra.stack.Home;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A launcher that goes on without a terminal; its words go to a log, which is shown until everything is up. */
final class Detached {

    private static final long POLL_MILLIS = 200;

    private final Settings settings;
    private final Home home;
    private long shown;

    Detached(Settings settings) {
        this.settings = settings;
        this.home = new Home(settings.home());
    }

    /** Starts it and shows its words until it is up; its exit status when it fails. */
    int start() throws IOException, InterruptedException {
        home.create();
        Files.deleteIfExists(home.readyMark());
        Path log = home.log("launcher");
        Files.deleteIfExists(log);
        Process launcher = Distribution.ofThisProgram()
                .launcher(Launcher.class, "up", Up.DETACHED)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (!launcher.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            show(log);
            if (Files.exists(home.readyMark())) {
                launcher.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                show(log);
                System.out.println(Text.of("up.detached", log.toString()));
                return 0;
            }
        }
        show(log);
        return launcher.exitValue();
    }

    /** Waits until a launcher that runs already has everything up. */
    int awaitReady(ProcessHandle launcher) throws InterruptedException {
        System.out.println(Text.of("up.runsAlready", Long.toString(launcher.pid()), home.folder()));
        var gone = new java.util.concurrent.CountDownLatch(1);
        launcher.onExit().thenRun(gone::countDown);
        while (!gone.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (Files.exists(home.readyMark())) {
                System.out.println(Text.of("up.ready", settings.publicUrl()));
                return 0;
            }
        }
        System.err.println(Text.of("up.otherEnded", home.log("launcher")));
        return 1;
    }

    private void show(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[(int) (file.length() - shown)];
            file.seek(shown);
            file.readFully(fresh);
            shown += fresh.length;
            System.out.print(new String(fresh, StandardCharsets.UTF_8));
            System.out.flush();
        }
    }
}
