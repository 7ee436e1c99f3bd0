package io.guanxi.infra.stack;

import io.guanxi.infra.process.Ending;
import io.guanxi.infra.process.Guard;
import io.guanxi.infra.process.ProcessRecord;
import io.guanxi.infra.process.ProcessRecords;
import io.guanxi.infra.settings.Secrets;
import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import io.guanxi.infra.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The whole product, running: database, mail catcher, Keycloak and application as supervised child processes, less
 * those that the operator has elsewhere. Used by {@code ./guanxi up}, by the tests of the whole system and by the
 * benchmarks.
 */
public final class Stack implements AutoCloseable {

    private static final Duration PAGE_PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 200;
    private static final String LAUNCHER = "launcher";

    private final Settings settings;
    private final Home home;
    private final Progress progress;
    private final HomeLock lock;
    private final Secrets secrets;
    private final Map<String, String> environment;
    private final ProcessRecords records;
    private final List<SupervisedPart> parts = new ArrayList<>();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2, Stack::daemon);
    private final ExecutorService starters = Executors.newCachedThreadPool(Stack::daemon);
    private final CountDownLatch closed = new CountDownLatch(1);
    private Guard guard;
    private volatile boolean pageServed;
    private boolean closing;

    private Stack(Settings settings, Home home, HomeLock lock, Progress progress) throws IOException {
        this.settings = settings;
        this.home = home;
        this.lock = lock;
        this.progress = progress;
        this.secrets = Secrets.in(home.folder());
        this.environment = ApplicationEnvironment.of(settings, secrets, home);
        this.records = new ProcessRecords(home.run());
    }

    /**
     * Starts everything and returns when a page of the product is served.
     *
     * @throws AlreadyRunning when a launcher is at work in the same home
     * @throws PartFailed when a part cannot be started; whatever had been started is stopped again
     */
    public static Stack start(Settings settings, Progress progress) throws IOException {
        Stack stack = prepare(settings, progress);
        stack.bringUp();
        return stack;
    }

    /** Takes the home and clears it of what an earlier launcher left running; {@link #bringUp} does the rest. */
    public static Stack prepare(Settings settings, Progress progress) throws IOException {
        Home home = new Home(settings.home()).create();
        HomeLock lock = HomeLock.tryTake(home).orElseThrow(() -> new AlreadyRunning(home));
        return new Stack(settings, home, lock, progress);
    }

    /** Starts the parts; see {@link #start}. */
    public void bringUp() throws IOException {
        try {
            Files.deleteIfExists(home.readyMark());
            Files.deleteIfExists(home.setupLink());
            List<ProcessRecord> leftOvers = records.lastStartedFirst();
            if (leftOvers.stream().anyMatch(process -> process.running().isPresent())) {
                progress.say(Text.of("stack.leftOvers"));
            }
            Ending.endAll(records, leftOvers);
            records.add(ProcessRecord.of(LAUNCHER, ProcessHandle.current()));
            Distribution distribution = Distribution.ofThisProgram();
            home.requireSameDemo(settings.demo());
            addParts(distribution);
            parts.forEach(part -> Ports.requireFree(part.part()));
            guard = Guard.start(
                    distribution.ownProgram(Guard.class, "16m", home.run().toString()));
            startParts();
            awaitPage();
            pageServed = true;
            markReadiness();
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** The public address of the product. */
    public String url() {
        return settings.publicUrl();
    }

    /** The address of the embedded Keycloak. */
    public String keycloakUrl() {
        return settings.keycloakUrl();
    }

    /** JDBC address of the database; user and password are beside it in {@link #environment}. */
    public String databaseUrl() {
        return environment.get(Setting.DB_URL.variable());
    }

    /** What the application is told, passwords included. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** The settings it was started with. */
    public Settings settings() {
        return settings;
    }

    /** The secrets of this installation. */
    public Secrets secrets() {
        return secrets;
    }

    /** The folder of its state. */
    public Home home() {
        return home;
    }

    /** Kills a part as {@code kill -9} does; it is started again by itself. */
    public void kill9(String part) {
        part(part).kill();
    }

    /** Stops a part in order and starts it again; returns when it serves. */
    public void restart(String part) throws IOException {
        part(part).restart();
    }

    /** The process number of a part, for measurements. */
    public long pid(String part) {
        return records.find(part).map(ProcessRecord::pid).orElseThrow(() -> new IllegalArgumentException(part));
    }

    /** Waits until every part serves, after one was killed; false when that takes longer than the time given. */
    public boolean awaitServing(Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (!parts.stream().allMatch(SupervisedPart::serving)) {
            if (Instant.now().isAfter(deadline) || closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Waits until the stack has been closed. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /** Stops every part, the application first and the database last. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        try {
            Files.deleteIfExists(home.readyMark());
            List<SupervisedPart> lastFirst = new ArrayList<>(parts);
            Collections.reverse(lastFirst);
            lastFirst.forEach(SupervisedPart::stop);
            scheduler.shutdownNow();
            starters.shutdownNow();
            records.remove(LAUNCHER);
            if (guard != null) {
                guard.close();
            }
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            closed.countDown();
        }
    }

    private void addParts(Distribution distribution) {
        if (!settings.isGiven(Setting.DB_URL)) {
            add(new DatabasePart(settings, secrets, home));
        }
        if (!settings.isGiven(Setting.SMTP_URL)) {
            add(new MailPart(settings, distribution));
        }
        if (!settings.isGiven(Setting.OIDC_ISSUER)) {
            add(new KeycloakPart(settings, secrets, home, distribution));
        }
        add(new PayaraPart(settings, home, distribution, environment));
    }

    private synchronized void add(Part part) {
        parts.add(new SupervisedPart(part, home, records, progress, scheduler, this::markReadiness));
    }

    /** The application needs its database to start; Keycloak and mail only later, when somebody logs in. */
    private void startParts() {
        Optional<SupervisedPart> database = find("database");
        CompletableFuture<?> databaseReady =
                database.map(this::startInBackground).orElseGet(() -> CompletableFuture.completedFuture(null));
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (SupervisedPart part : parts) {
            switch (part.part().name()) {
                case "database" -> all.add(databaseReady);
                case "payara" ->
                    all.add(databaseReady.thenRunAsync(
                            () -> {
                                requireSupportedDatabase();
                                start(part);
                            },
                            starters));
                default -> all.add(startInBackground(part));
            }
        }
        awaitAll(all);
    }

    private static void awaitAll(List<CompletableFuture<?>> starts) {
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        starts.forEach(start -> start.whenComplete((nothing, failure) -> {
            if (failure != null) {
                firstFailure.completeExceptionally(failure);
            }
        }));
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)), firstFailure)
                    .join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private CompletableFuture<Void> startInBackground(SupervisedPart part) {
        return CompletableFuture.runAsync(() -> start(part), starters);
    }

    private static void start(SupervisedPart part) {
        try {
            part.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void requireSupportedDatabase() {
        DatabaseVersion.requireSupported(
                databaseUrl(),
                environment.get(Setting.DB_USER.variable()),
                environment.get(Setting.DB_PASSWORD.variable()));
    }

    /** A page with a form is the log-in page; it is Keycloak's, so this is the proof that all of them work together. */
    private void awaitPage() {
        boolean reachableFromHere = !settings.isGiven(Setting.PUBLIC_URL)
                && !settings.isGiven(Setting.KEYCLOAK_URL)
                && !settings.isGiven(Setting.OIDC_ISSUER);
        if (!reachableFromHere) {
            return;
        }
        URI page = URI.create(url() + "/");
        Instant deadline = Instant.now().plus(PAGE_PATIENCE);
        try {
            while (!Web.get(page).filter(html -> html.contains("<form")).isPresent()) {
                if (Instant.now().isAfter(deadline) || closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new PartFailed("stack.noPage", page, home.logs());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PartFailed(interrupted, "stack.noPage", page, home.logs());
        }
    }

    /** The mark tells other processes that everything serves; it goes while a part is started again. */
    private synchronized void markReadiness() {
        try {
            if (pageServed && !closing && parts.stream().allMatch(SupervisedPart::serving)) {
                Files.writeString(home.readyMark(), url());
            } else {
                Files.deleteIfExists(home.readyMark());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Optional<SupervisedPart> find(String name) {
        return parts.stream()
                .filter(candidate -> candidate.part().name().equals(name))
                .findFirst();
    }

    private SupervisedPart part(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "stack");
        thread.setDaemon(true);
        return thread;
    }
}
