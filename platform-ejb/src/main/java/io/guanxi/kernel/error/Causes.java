package io.guanxi.kernel.error;

import java.util.Objects;
import java.util.stream.Stream;

/** Looks through the wrappings of containers and persistence. */
public final class Causes {

    /** Longer chains do not occur, circular ones do. */
    private static final int LONGEST = 25;

    private Causes() {}

    /** A failure and what caused it, the outermost first; nothing for null. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(LONGEST);
    }
}
