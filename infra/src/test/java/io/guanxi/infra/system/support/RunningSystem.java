package io.guanxi.infra.system.support;

import static org.awaitility.Awaitility.await;

import io.guanxi.infra.process.ProcessRecord;
import io.guanxi.infra.process.ProcessRecords;
import io.guanxi.infra.settings.Secrets;
import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.stack.ApplicationEnvironment;
import io.guanxi.infra.stack.Home;
import io.guanxi.infra.stack.Ports;
import io.guanxi.infra.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The product as {@code ./guanxi up} runs it, with its demonstration tenants, on free ports and in a folder of its own.
 *
 * <p>With {@code -Dguanxi.test.reuse=true} tests use one that runs already, found by the same environment variables as
 * it was started with; whoever writes tests need not wait for a start each time.
 */
public final class RunningSystem implements AutoCloseable {

    private static final Duration RESTART_PATIENCE = Duration.ofMinutes(5);
    private static final int LOG_LINES = 40;

    private final Settings settings;
    private final Home home;
    private final Secrets secrets;
    private final Optional<Stack> own;
    private final Optional<MySql> mysql;
    private final Tokens tokens;

    private RunningSystem(Settings settings, Optional<Stack> own, Optional<MySql> mysql) throws IOException {
        this.settings = settings;
        this.home = new Home(settings.home());
        this.secrets = Secrets.in(settings.home());
        this.own = own;
        this.mysql = mysql;
        this.tokens = new Tokens(this);
    }

    static RunningSystem start() {
        try {
            return Boolean.getBoolean("guanxi.test.reuse")
                    ? new RunningSystem(Settings.of(System.getenv()), Optional.empty(), Optional.empty())
                    : startOwn();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One that a test has started by itself, and stops. */
    public static RunningSystem of(Stack stack) throws IOException {
        return new RunningSystem(stack.settings(), Optional.empty(), Optional.empty());
    }

    private static RunningSystem startOwn() throws IOException {
        Path folder = target().resolve("system-test");
        new Home(folder).deleteData();
        Map<String, String> environment = new TreeMap<>();
        for (Setting port : List.of(
                Setting.HTTP_PORT, Setting.KEYCLOAK_PORT, Setting.DB_PORT, Setting.SMTP_PORT, Setting.IMAP_PORT)) {
            environment.put(port.variable(), Integer.toString(Ports.free()));
        }
        environment.put(Setting.HOME.variable(), folder.toString());
        environment.put(Setting.DEMO.variable(), "true");
        environment.put(Setting.DNS.variable(), "127.0.0.1:" + Ports.free());
        environment.put(Setting.PRIVATE_ADDRESSES.variable(), "true");
        Optional<MySql> mysql = Boolean.getBoolean("guanxi.test.mysql")
                ? Optional.of(useMySql(environment, new Home(folder).create()))
                : Optional.empty();
        try {
            Settings settings = Settings.of(environment);
            return new RunningSystem(settings, Optional.of(Stack.start(settings, System.out::println)), mysql);
        } catch (IOException | RuntimeException failure) {
            mysql.ifPresent(MySql::close);
            throw failure;
        }
    }

    /** Starts a MySQL where the embedded database would have been. */
    private static MySql useMySql(Map<String, String> environment, Home home) throws IOException {
        Settings settings = Settings.of(environment);
        Map<String, String> embedded = ApplicationEnvironment.of(settings, Secrets.in(home.folder()), home);
        for (Setting setting : List.of(Setting.DB_URL, Setting.DB_USER, Setting.DB_PASSWORD)) {
            environment.put(setting.variable(), embedded.get(setting.variable()));
        }
        return MySql.start(
                settings.port(Setting.DB_PORT), embedded.get(Setting.DB_PASSWORD.variable()), home.log("database"));
    }

    /** The build's folder of this module. */
    public static Path target() {
        return Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "target");
    }

    /** The public address of the product, without a slash at the end. */
    public String url() {
        return settings.publicUrl();
    }

    /** The address of Keycloak, without a slash at the end. */
    public String keycloakUrl() {
        return settings.keycloakUrl();
    }

    /** What it was started with. */
    public Settings settings() {
        return settings;
    }

    /** Its passwords. */
    public Secrets secrets() {
        return secrets;
    }

    /** The folder of its state. */
    public Home home() {
        return home;
    }

    /** Access tokens of partners and people. */
    public Tokens tokens() {
        return tokens;
    }

    /** The interface as nobody calls it. */
    public Api anonymous() {
        return new Api(url(), Optional::empty);
    }

    /** The interface as a partner client of the demonstration calls it: {@code acme-partner} or {@code globex-partner}. */
    public Api partner(String clientId) {
        return new Api(url(), () -> Optional.of(tokens.ofClient(clientId, clientId + "-demo-secret")));
    }

    /** The interface as a person of the demonstration calls it, {@code owner@acme.example} for example. */
    public Api person(String email) {
        return new Api(url(), () -> Optional.of(tokens.ofPerson(email)));
    }

    /** The interface with a given token. */
    public Api withToken(String token) {
        return new Api(url(), () -> Optional.of(token));
    }

    /** A visit to the pages by a person of the demonstration who has logged in. */
    public Visit logIn(String email) {
        Visit visit = new Visit(url());
        Answer form = visit.follow("/app");
        visit.follow(visit.logIn(form, email, Tokens.DEMO_PASSWORD)).expect(200);
        return visit;
    }

    /** The database, for what the interface does not show. */
    public Database database() {
        Map<String, String> environment = ApplicationEnvironment.of(settings, secrets, home);
        return new Database(
                environment.get(Setting.DB_URL.variable()),
                environment.get(Setting.DB_USER.variable()),
                environment.get(Setting.DB_PASSWORD.variable()));
    }

    /** Kills {@code payara}, {@code keycloak} or {@code database} as a power cut would; supervision starts it again. */
    public void kill9(String part) {
        if (part.equals("database") && mysql.isPresent()) {
            mysql.get().killAndStartAgain();
            return;
        }
        ProcessHandle process =
                processes().find(part).flatMap(ProcessRecord::running).orElseThrow();
        process.destroyForcibly();
        await().atMost(RESTART_PATIENCE).until(() -> !process.isAlive() && !Files.exists(home.readyMark()));
    }

    /** The number of a part's process, for measurements. */
    public long pid(String part) {
        return processes().find(part).map(ProcessRecord::pid).orElseThrow();
    }

    /** Returns when every part serves again. */
    public void awaitServing() {
        await().atMost(RESTART_PATIENCE).until(() -> Files.exists(home.readyMark()));
    }

    /** Prints the end of the servers' logs. */
    void printLogs(String reason) {
        for (String part : List.of("payara", "keycloak", "database")) {
            Path log = home.log(part);
            if (Files.exists(log)) {
                System.out.println("---- end of " + log + " (" + reason + ")");
                tail(log).forEach(System.out::println);
            }
        }
    }

    private static List<String> tail(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
        } catch (IOException unreadable) {
            return List.of(unreadable.toString());
        }
    }

    private ProcessRecords processes() {
        return new ProcessRecords(home.run());
    }

    @Override
    public void close() {
        own.ifPresent(Stack::close);
        mysql.ifPresent(MySql::close);
    }
}
