package io.guanxi.infra.command;

import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.Home;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Shows the log of a part (the application's by default), and with {@code -f} what is added to it. */
final class Logs implements Command {

    private static final String FOLLOW = "-f";
    private static final long POLL_MILLIS = 300;

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public int run(Settings settings, List<String> words) throws IOException, InterruptedException {
        Arguments arguments = new Arguments(words, Set.of(FOLLOW), Set.of()).atMost(1);
        Home home = new Home(settings.home());
        String part = arguments.word(0).orElse("payara");
        if (!part.matches("[a-z]+") || !Files.exists(home.log(part))) {
            throw new UsageError(Text.of("logs.none", part, parts(home)));
        }
        try (InputStream log = Files.newInputStream(home.log(part))) {
            log.transferTo(System.out);
            System.out.flush();
            CountDownLatch never = new CountDownLatch(1);
            while (arguments.has(FOLLOW) && !never.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                log.transferTo(System.out);
                System.out.flush();
            }
        }
        return 0;
    }

    private static String parts(Home home) throws IOException {
        if (!Files.isDirectory(home.logs())) {
            return "";
        }
        try (Stream<Path> files = Files.list(home.logs())) {
            return String.join(
                    ", ",
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".log"))
                            .map(name -> name.replace(".log", ""))
                            .sorted()
                            .toList());
        }
    }
}
