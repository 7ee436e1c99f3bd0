package io.guanxi.kernel.job;

import java.io.Closeable;

/** A job's work from its position on, used by one worker. */
public interface JobWork extends Closeable {

    /** How many units the whole job has; may read everything once. Asked only before the first chunk. */
    long count();

    /**
     * Takes the next chunk in hand, outside any transaction.
     *
     * @return false when nothing is left
     */
    boolean next();

    /**
     * Does the chunk in hand, inside the transaction that also advances the job. Called again when that transaction
     * fails; {@code attempt} counts from 1.
     */
    Tally run(int attempt);

    @Override
    void close();
}
