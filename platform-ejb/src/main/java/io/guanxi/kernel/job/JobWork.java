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

    @Override
    void close();
}
