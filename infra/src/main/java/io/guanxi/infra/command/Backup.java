package io.guanxi.infra.command;

import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.AlreadyRunning;
import io.guanxi.infra.stack.Home;
import io.guanxi.infra.stack.HomeBackup;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the whole installation, which is stopped, to one file. */
final class Backup implements Command {

    private static final String WITHOUT = "--without-it";

    /** Settings that put a part of the installation elsewhere. */
    private static final List<Setting> ELSEWHERE =
            List.of(Setting.DB_URL, Setting.OIDC_ISSUER, Setting.FILES_URL, Setting.SECRET_KEY);

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(Settings settings, List<String> words) throws IOException {
        Arguments arguments = new Arguments(words, Set.of(WITHOUT), Set.of()).atMost(1);
        Path file = Path.of(arguments.word(0).orElseThrow(() -> new UsageError(Text.of("help.backup"))));
        Home home = Running.in(settings).home();
        Optional<Setting> elsewhere =
                ELSEWHERE.stream().filter(settings::isGiven).findFirst();
        if (elsewhere.isPresent() && !arguments.has(WITHOUT)) {
            return refused(Text.of("home.backup.elsewhere", elsewhere.get().variable()));
        }
        if (!Files.exists(home.folder().resolve("secrets.properties"))) {
            return refused(Text.of("home.backup.nothing", home.folder()));
        }
        if (Files.exists(file)) {
            return refused(Text.of("tenant.data.exists", file.toString()));
        }
        Instant begin = Instant.now();
        try {
            HomeBackup.Written written = new HomeBackup(home).write(file);
            System.out.println(Text.of(
                    "home.backup.done",
                    home.folder(),
                    file.toString(),
                    written.files(),
                    written.bytes() >> 20,
                    Duration.between(begin, Instant.now()).toSeconds()));
            return 0;
        } catch (AlreadyRunning runs) {
            return refused(Text.of("home.backup.running", home.folder()));
        }
    }

    private static int refused(String reason) {
        System.err.println(reason);
        return 1;
    }
}
