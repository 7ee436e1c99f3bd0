package io.guanxi.infra.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How child processes are made. They run in sessions of their own: else Ctrl-C in a terminal would reach all of them at
 * the same moment, and the database would go before the application has written its last row. They see none of the
 * product's settings but those they are given, since passwords are among them.
 */
final class Children {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private Children() {}

    /** A child to be started with a command. */
    static ProcessBuilder of(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            whole.add(SETSID.toString());
        }
        whole.addAll(command);
        ProcessBuilder process = new ProcessBuilder(whole);
        process.environment().keySet().removeIf(name -> name.startsWith("GUANXI_") || name.startsWith("KC_"));
        return process;
    }
}
