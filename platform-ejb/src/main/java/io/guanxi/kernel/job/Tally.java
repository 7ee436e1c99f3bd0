package io.guanxi.kernel.job;

/** What one chunk of a job did, in units. */
public record Tally(long processed, long created, long updated, long skipped, long failed) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                processed + other.processed,
                created + other.created,
                updated + other.updated,
                skipped + other.skipped,
                failed + other.failed);
    }

    /** A unit that asked for nothing to be done. */
    public static Tally ofNothing() {
        return new Tally(1, 0, 0, 0, 0);
    }

    /** Units that were read and nothing else. */
    public static Tally ofSeen(long units) {
        return new Tally(units, 0, 0, 0, 0);
    }

    public static Tally ofCreated() {
        return new Tally(1, 1, 0, 0, 0);
    }

    public static Tally ofUpdated() {
        return new Tally(1, 0, 1, 0, 0);
    }

    public static Tally ofSkipped() {
        return new Tally(1, 0, 0, 1, 0);
    }

    public static Tally ofFailed() {
        return new Tally(1, 0, 0, 0, 1);
    }
}
