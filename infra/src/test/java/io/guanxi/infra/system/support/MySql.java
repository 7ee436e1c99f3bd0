package io.guanxi.infra.system.support;

import static org.awaitility.Awaitility.await;

import io.guanxi.infra.process.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A real MySQL, which no library carries: Debian's package in a folder of its own that {@code debootstrap} fills once,
 * started inside of it by {@code chroot}. Both need root.
 */
final class MySql implements AutoCloseable {

    private static final Path ROOT =
            Path.of(System.getProperty("user.home"), ".cache/guanxi/mysql-sid").toAbsolutePath();
    private static final String DATA = "/var/lib/guanxi-test";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int port;
    private final Path log;
    private Process process;

    private MySql(int port, Path log) {
        this.port = port;
        this.log = log;
    }

    /** A server with an empty database {@code guanxi} and a user of that name. */
    static MySql start(int port, String password, Path log) throws IOException {
        install(log);
        MySql server = new MySql(port, log);
        run(log, "rm", "-rf", ROOT + DATA);
        run(
                log,
                "chroot",
                ROOT.toString(),
                "/usr/sbin/mysqld",
                "--no-defaults",
                "--user=root",
                "--initialize-insecure",
                "--datadir=" + DATA);
        Files.writeString(
                Path.of(ROOT + DATA + ".sql"),
                "CREATE DATABASE IF NOT EXISTS guanxi CHARACTER SET utf8mb4;\n"
                        + "CREATE USER IF NOT EXISTS 'guanxi'@'127.0.0.1' IDENTIFIED BY '" + password + "';\n"
                        + "GRANT ALL PRIVILEGES ON guanxi.* TO 'guanxi'@'127.0.0.1';\n");
        server.startProcess();
        return server;
    }

    /** As a power cut does it. */
    void killAndStartAgain() {
        process.destroyForcibly();
        Ending.awaitExit(process.toHandle(), PATIENCE);
        try {
            startProcess();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        Ending.end(process.toHandle());
    }

    private void startProcess() throws IOException {
        process = program(
                log,
                "chroot",
                ROOT.toString(),
                "/usr/sbin/mysqld",
                "--no-defaults",
                "--user=root",
                "--datadir=" + DATA,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--mysqlx=OFF",
                "--socket=" + DATA + "/mysqld.sock",
                "--pid-file=" + DATA + "/mysqld.pid",
                "--secure-file-priv=NULL",
                "--skip-name-resolve",
                "--skip-log-bin",
                // Older servers do not know it and have no other way.
                "--loose-innodb-native-foreign-keys=ON",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=512M",
                "--max-allowed-packet=64M",
                "--init-file=" + DATA + ".sql");
        await().atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("MySQL ended; see " + log);
            }
            return greets();
        });
    }

    /** It speaks first, and only when it lets people in. */
    private boolean greets() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void install(Path log) throws IOException {
        if (Files.exists(ROOT)) {
            return;
        }
        Files.createDirectories(ROOT.getParent());
        System.out.println("Installing MySQL in " + ROOT + " (once, about 560 MB) …");
        Path unfinished = ROOT.resolveSibling("mysql-sid.unfinished");
        run(log, "rm", "-rf", unfinished.toString());
        run(log, "debootstrap", "--variant=minbase", "--include=mysql-server-core", "sid", unfinished.toString());
        Files.move(unfinished, ROOT);
    }

    private static void run(Path log, String... command) throws IOException {
        try {
            int status = program(log, command).waitFor();
            if (status != 0) {
                throw new IOException(Arrays.toString(command) + " ended with " + status + "; see " + log);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static Process program(Path log, String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
