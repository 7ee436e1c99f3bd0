package io.guanxi.infra.command;

import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.Home;
import io.guanxi.infra.text.Text;
import java.io.Console;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Throws all data of a home away, after asking; the unpacked programs stay. */
final class Reset implements Command {

    private static final String YES = "--yes";

    @Override
    public String name() {
        return "reset";
    }

    @Override
    public int run(Settings settings, List<String> words) throws IOException {
        Arguments arguments = new Arguments(words, Set.of(YES), Set.of()).atMost(0);
        Running running = Running.in(settings);
        if (running.launcher().isPresent()) {
            throw new UsageError(Text.of("reset.running"));
        }
        if (!arguments.has(YES) && !confirmed(running.home())) {
            System.out.println(Text.of("reset.kept"));
            return 1;
        }
        new Down().run(settings, List.of());
        running.home().deleteData();
        System.out.println(Text.of("reset.done", running.home().folder()));
        return 0;
    }

    private static boolean confirmed(Home home) {
        Console console = System.console();
        if (console == null) {
            throw new UsageError(Text.of("reset.noTerminal", YES));
        }
        String word = Text.of("reset.word");
        return word.equals(console.readLine("%s ", Text.of("reset.question", home.folder(), word)));
    }
}
