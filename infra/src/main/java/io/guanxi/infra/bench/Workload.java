package io.guanxi.infra.bench;

import java.util.Random;
import java.util.function.Function;

/**
 * One kind of request that is measured.
 *
 * @param name what it is called in the results
 * @param next makes one exchange after the other; called by several threads, each with a generator of its own
 */
record Workload(String name, Function<Random, Exchange> next) {

    /** A request and the judgement of its answer. */
    record Exchange(byte[] request, Function<KeptConnection.Answer, Boolean> isRight) {}
}
