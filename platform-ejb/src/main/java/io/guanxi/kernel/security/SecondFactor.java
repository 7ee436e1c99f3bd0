package io.guanxi.kernel.security;

import java.time.Duration;
import java.time.Instant;

/**
 * That people have to show a second factor when they log in.
 *
 * @param since when the company began to ask for it
 * @param days  how many days people were given to set one up
 */
public record SecondFactor(Instant since, int days) {

    /** From when on nobody comes in without. */
    public Instant from() {
        return since.plus(Duration.ofDays(days));
    }
}
