package io.guanxi.infra;

import io.guanxi.infra.command.Command;
import io.guanxi.infra.command.Commands;
import io.guanxi.infra.command.UsageError;
import io.guanxi.infra.settings.InvalidSetting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.AlreadyRunning;
import io.guanxi.infra.stack.PartFailed;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** The program behind {@code ./guanxi}: finds the command, reads the settings, and turns failures into one clear line. */
public final class Launcher {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Launcher() {}

    /** The first argument is the command, the rest is the command's. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments.length == 0 ? List.of("help") : Arrays.asList(arguments)));
    }

    private static int run(List<String> arguments) throws InterruptedException {
        try {
            Command command = Commands.find(arguments.get(0))
                    .orElseThrow(() -> new UsageError(Text.of("command.unknown", arguments.get(0))));
            return command.run(Settings.of(System.getenv()), arguments.subList(1, arguments.size()));
        } catch (UsageError | InvalidSetting misuse) {
            System.err.println(misuse.getMessage());
            return MISUSED;
        } catch (PartFailed | AlreadyRunning failure) {
            System.err.println(failure.getMessage());
            return FAILED;
        } catch (IOException | UncheckedIOException failure) {
            System.err.println(Text.of("command.failed", failure.toString()));
            return FAILED;
        }
    }
}
