package io.guanxi.infra.bench;

import java.util.Arrays;

/**
 * What was measured of one workload.
 *
 * @param perSecond  right answers per second
 * @param p50Millis  half of the requests took no longer
 * @param p99Millis  99 of 100 requests took no longer
 * @param errors     failed or wrong answers
 * @param applicationCpuMillis processor time of the application per request; NaN where it cannot be told
 * @param databaseCpuMillis    that of the database
 * @param statements           that the database was sent per request, those of background work among them
 * @param rowsRead             that it read per request
 */
record Figures(
        String name,
        long requests,
        double perSecond,
        double p50Millis,
        double p99Millis,
        double slowestMillis,
        long errors,
        double applicationCpuMillis,
        double databaseCpuMillis,
        double statements,
        double rowsRead) {

    private static final double NANOS_PER_MILLI = 1e6;

    static Figures of(
            String name,
            long[] nanos,
            double seconds,
            long errors,
            double applicationCpu,
            double databaseCpu,
            DatabaseWork work) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        return new Figures(
                name,
                count,
                (count - errors) / seconds,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1),
                errors,
                applicationCpu / Math.max(1, count),
                databaseCpu / Math.max(1, count),
                (double) work.statements() / Math.max(1, count),
                (double) work.rowsRead() / Math.max(1, count));
    }

    private static double at(long[] sorted, double part) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(part * sorted.length) - 1;
        return sorted[Math.max(0, index)] / NANOS_PER_MILLI;
    }
}
