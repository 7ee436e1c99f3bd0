package io.guanxi.infra.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Runs a workload over several connections, each sending its next request when it has the answer to the last. */
final class Measurement {

    private static final double NANOS_PER_SECOND = 1e9;

    private final URI server;
    private final int connections;
    private final long application;
    private final OptionalLong database;
    private final Supplier<DatabaseWork> work;

    /** Latencies in nanoseconds, and how many answers were not right. */
    private record Tally(long[] nanos, long errors, String firstError) {}

    /**
     * @param application process id of the application
     * @param database    process id of the database, when it runs on this machine
     * @param work        what the database has done up to now
     */
    Measurement(URI server, int connections, long application, OptionalLong database, Supplier<DatabaseWork> work) {
        this.server = server;
        this.connections = connections;
        this.application = application;
        this.database = database;
        this.work = work;
    }

    /** Measures after a warm-up whose answers do not count. */
    Figures run(Workload workload, int warmUpSeconds, int seconds) throws InterruptedException {
        exchange(workload, warmUpSeconds);
        double applicationBefore = cpu(OptionalLong.of(application));
        double databaseBefore = cpu(database);
        DatabaseWork workBefore = work.get();
        long begin = System.nanoTime();
        List<Tally> tallies = exchange(workload, seconds);
        double took = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        DatabaseWork done = work.get().since(workBefore);
        tallies.stream()
                .map(Tally::firstError)
                .filter(error -> error != null)
                .findFirst()
                .ifPresent(System.err::println);
        return Figures.of(
                workload.name(),
                tallies.stream()
                        .flatMapToLong(tally -> Arrays.stream(tally.nanos()))
                        .toArray(),
                took,
                tallies.stream().mapToLong(Tally::errors).sum(),
                cpu(OptionalLong.of(application)) - applicationBefore,
                cpu(database) - databaseBefore,
                done);
    }

    private List<Tally> exchange(Workload workload, int seconds) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * NANOS_PER_SECOND);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            Callable<Tally> client = () -> client(workload, end);
            List<Tally> tallies = new ArrayList<>();
            for (Future<Tally> done : threads.invokeAll(java.util.Collections.nCopies(connections, client))) {
                tallies.add(done.get());
            }
            return tallies;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private Tally client(Workload workload, long end) throws IOException {
        Random random = new Random(ThreadLocalRandom.current().nextLong());
        long[] nanos = new long[1024];
        int count = 0;
        long errors = 0;
        String firstError = null;
        try (KeptConnection connection = new KeptConnection(server.getHost(), server.getPort())) {
            while (System.nanoTime() < end) {
                Workload.Exchange exchange = workload.next().apply(random);
                long begin = System.nanoTime();
                String error = judge(connection, exchange);
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = System.nanoTime() - begin;
                if (error != null) {
                    errors++;
                    firstError = firstError == null ? error : firstError;
                }
            }
        }
        return new Tally(Arrays.copyOf(nanos, count), errors, firstError);
    }

    private static String judge(KeptConnection connection, Workload.Exchange exchange) {
        try {
            KeptConnection.Answer answer = connection.send(exchange.request());
            if (exchange.isRight().apply(answer)) {
                return null;
            }
            String text = answer.text();
            return answer.status() + " " + text.substring(0, Math.min(text.length(), 300));
        } catch (IOException broken) {
            return broken.toString();
        }
    }

    private static double cpu(OptionalLong pid) {
        return pid.stream()
                .mapToObj(ProcessorTime::millis)
                .flatMapToLong(OptionalLong::stream)
                .mapToDouble(millis -> millis)
                .findFirst()
                .orElse(Double.NaN);
    }
}
