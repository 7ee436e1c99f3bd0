package io.guanxi.infra.proof;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a part of the proof has tried and found, in numbers; tests of one part add to the same. */
public final class Figures {

    private final Map<String, Long> numbers = new LinkedHashMap<>();

    /** Notes a number that is told once. */
    public synchronized void put(String name, long number) {
        numbers.put(name, number);
    }

    /** Adds to a number that several tests count. */
    public synchronized void add(String name, long number) {
        numbers.merge(name, number, Long::sum);
    }

    synchronized Map<String, Long> numbers() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }
}
