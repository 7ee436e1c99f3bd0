package io.guanxi.infra.system.support;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Records made for one test, told apart from all others by a word that occurs nowhere else. */
public final class Samples {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final long RUN = System.currentTimeMillis() / 1000 << 20;

    private Samples() {}

    /**
     * A word of small letters that no other test of this or an earlier run uses, nor one that a slip of the keys would make of
     * it; no longer than what a search compares of a word.
     */
    public static String word() {
        return "zq" + letters(scattered(RUN + COUNTER.incrementAndGet()) >>> 16) + "x";
    }

    /** The finaliser of SplitMix64: neighbours come far apart. */
    private static long scattered(long number) {
        long mixed = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** A company with a phone, a mail address and a postal address. */
    public static Map<String, Object> account(String name) {
        return Map.of(
                "name",
                name,
                "type",
                "customer",
                "phones",
                List.of(Map.of("label", "work", "number", "+4930901820")),
                "emails",
                List.of(Map.of("label", "work", "address", "office@example.com")),
                "addresses",
                List.of(Map.of("label", "office", "line1", "Lindenstr. 1", "city", "Berlin", "country", "DE")));
    }

    /** Makes so many accounts, named by the word and a number of four digits, and gives their ids in that order. */
    public static List<String> accounts(Api api, String word, int count) {
        List<Map<String, Object>> operations = IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of(
                        "op", "create", "data", Map.of("name", String.format("%s %04d", word, i), "employees", i)))
                .toList();
        return IntStream.iterate(0, from -> from < count, from -> from + 200)
                .mapToObj(from -> operations.subList(from, Math.min(count, from + 200)))
                .flatMap(part -> ids(api.post("accounts/bulk?atomic=true", part).expect(200)).stream())
                .toList();
    }

    private static List<String> ids(Answer bulk) {
        return bulk.json().path("results").findValuesAsText("id");
    }

    private static String letters(long number) {
        StringBuilder word = new StringBuilder();
        for (long rest = number; rest != 0; rest = Long.divideUnsigned(rest, 20)) {
            word.append((char) ('a' + Long.remainderUnsigned(rest, 20)));
        }
        return word.toString();
    }
}
