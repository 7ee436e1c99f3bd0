package io.guanxi.infra.command;

import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.HomeRestore;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Puts a backup of a whole installation into a fresh home. */
final class Restore implements Command {

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public int run(Settings settings, List<String> words) throws IOException {
        Arguments arguments = new Arguments(words, Set.of(), Set.of()).atMost(1);
        Path file = Path.of(arguments.word(0).orElseThrow(() -> new UsageError(Text.of("help.restore"))));
        if (!Files.isRegularFile(file)) {
            System.err.println(Text.of("tenant.data.noFile", file.toString()));
            return 1;
        }
        Instant begin = Instant.now();
        int files = new HomeRestore(settings.home()).read(file);
        System.out.println(Text.of(
                "home.restore.done",
                settings.home(),
                files,
                Duration.between(begin, Instant.now()).toSeconds()));
        return 0;
    }
}
