package io.guanxi.infra.command;

import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.AlreadyRunning;
import io.guanxi.infra.stack.Stack;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Starts everything and stays until it is told to stop, or leaves it running with {@code --detach}. */
final class Up implements Command {

    /** How the launcher that is left running is told apart from the one that starts it; not for people. */
    static final String DETACHED = "--detached";

    private static final String DETACH = "--detach";

    @Override
    public String name() {
        return "up";
    }

    @Override
    public int run(Settings settings, List<String> words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words, Set.of(DETACH, DETACHED), Set.of()).atMost(0);
        if (Running.in(settings).launcher().isPresent()) {
            return new Detached(settings)
                    .awaitReady(Running.in(settings).launcher().orElseThrow());
        }
        if (arguments.has(DETACH)) {
            return new Detached(settings).start();
        }
        return stayUp(settings, arguments.has(DETACHED));
    }

    private static int stayUp(Settings settings, boolean detached) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        Stack stack;
        try {
            stack = Stack.prepare(settings, message -> say(begin, message));
        } catch (AlreadyRunning anotherIsStarting) {
            System.out.println(anotherIsStarting.getMessage());
            return 0;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, begin), "stop"));
        if (!detached) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> parent.onExit().thenRun(() -> {
                        say(begin, Text.of("up.parentGone"));
                        System.exit(0);
                    }));
        }
        stack.bringUp();
        say(begin, Text.of("up.ready", stack.url()));
        Welcome.print(stack);
        if (!detached) {
            System.out.println(Text.of("up.howToStop"));
        }
        stack.awaitClose();
        return 0;
    }

    private static void stop(Stack stack, Instant begin) {
        say(begin, Text.of("up.stopping"));
        stack.close();
        say(begin, Text.of("up.stopped"));
    }

    private static void say(Instant begin, String message) {
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        System.out.printf("[%6.1f s] %s%n", seconds, message);
    }
}
