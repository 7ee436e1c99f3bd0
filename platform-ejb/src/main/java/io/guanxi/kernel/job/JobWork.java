package io.guanxi.kernel.job;

import java.io.Closeable;

/** A job's work from its position on, used by one worker. */
public interface JobWork extends Closeable {

    /**
     * How many units the whole job has; may read everything once. Asked only before the first chunk.
     *
     * @param alive to be run every few seconds, so that the job is not taken for abandoned
     */
    long count(Runnable alive);

    /**
     * Takes the next chunk in hand, outside any transaction.
     *
     * @return false when nothing is left
     */
    boolean next();

    /** Does the chunk in hand, inside the transaction that also advances the job; again when that has failed. */
    Tally run();

    /**
     * Notes in the job what it takes to go on after the chunk just done, in the same transaction. Work that finds its place
     * by the job's position needs nothing more.
     */
    default void note(Job job) {}

    /** Whether it would have to begin again when it was put aside: then others wait for another worker. */
    default boolean isOneGo() {
        return false;
    }

    @Override
    void close();
}
