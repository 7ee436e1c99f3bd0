package io.guanxi.infra.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Sends the same request at a steady pace over several connections, whatever is answered. */
final class PacedCalls {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double P99 = 0.99;
    private static final int TOO_MANY = 429;

    private final URI server;
    private final byte[] request;
    private final int connections;
    private final double perSecond;

    /**
     * What was answered.
     *
     * @param nanos from the moment each request was due to its answer, shortest first
     */
    record Outcome(long[] nanos, long right, long tooMany, long others) {

        double p99Millis() {
            return nanos.length == 0 ? Double.NaN : nanos[(int) Math.ceil(P99 * nanos.length) - 1] / NANOS_PER_MILLI;
        }

        private static Outcome of(List<Outcome> parts) {
            return new Outcome(
                    parts.stream()
                            .flatMapToLong(part -> Arrays.stream(part.nanos()))
                            .sorted()
                            .toArray(),
                    parts.stream().mapToLong(Outcome::right).sum(),
                    parts.stream().mapToLong(Outcome::tooMany).sum(),
                    parts.stream().mapToLong(Outcome::others).sum());
        }
    }

    /**
     * @param perSecond of all connections together
     */
    PacedCalls(URI server, byte[] request, int connections, double perSecond) {
        this.server = server;
        this.request = request;
        this.connections = connections;
        this.perSecond = perSecond;
    }

    Outcome run(int seconds) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long begin = System.nanoTime();
            long pace = (long) (NANOS_PER_SECOND * connections / perSecond);
            List<Callable<Outcome>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                long first = begin + pace * i / connections;
                clients.add(() -> client(first, pace, begin + (long) (seconds * NANOS_PER_SECOND)));
            }
            List<Outcome> parts = new ArrayList<>();
            for (Future<Outcome> done : threads.invokeAll(clients)) {
                parts.add(done.get());
            }
            return Outcome.of(parts);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private Outcome client(long first, long pace, long end) throws IOException {
        List<Long> nanos = new ArrayList<>();
        long right = 0;
        long tooMany = 0;
        long others = 0;
        try (KeptConnection connection = new KeptConnection(server.getHost(), server.getPort())) {
            for (long due = first; due < end; due += pace) {
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                int status = connection.send(request).status();
                nanos.add(System.nanoTime() - due);
                if (status == TOO_MANY) {
                    tooMany++;
                } else if (status / 100 == 2) {
                    right++;
                } else {
                    others++;
                }
            }
        }
        return new Outcome(nanos.stream().mapToLong(Long::longValue).toArray(), right, tooMany, others);
    }
}
