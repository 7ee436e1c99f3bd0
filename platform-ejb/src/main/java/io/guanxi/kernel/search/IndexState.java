package io.guanxi.kernel.search;

import io.guanxi.kernel.event.RecordEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far an index has come, committed together with what is in it.
 *
 * @param from       events at this position and later may be missing
 * @param savedAt    when that was so
 * @param generation number of the walk over all records that is under way or was the last one
 * @param walk       where the walk stands; empty when all records have been visited
 * @param fields     the fields that records are found by, such as {@code account.name}
 * @param newest     the tenant's newest event then: a database without it is an older or another one than the index was read
 *                   from
 */
record IndexState(
        long from, Instant savedAt, long generation, Optional<Walk> walk, Set<String> fields, Optional<Mark> newest) {

    /** Raised with every change of what stands in the index: an index of another format is thrown away. */
    static final int FORMAT = 3;

    private static final String FORMAT_KEY = "format";

    /**
     * A place in the walk: records of the object before this one have not been visited, nor those of the objects that follow.
     */
    record Walk(String object, long before) {

        private static Walk parse(String text) {
            int slash = text.indexOf('/');
            return new Walk(text.substring(0, slash), Long.parseLong(text.substring(slash + 1)));
        }

        private String text() {
            return object + "/" + before;
        }
    }

    /** An event by which a database is known again: ids of records hold the time at which they were made. */
    record Mark(long position, long recordId) {

        static Mark of(RecordEvent event) {
            return new Mark(event.position(), event.recordId());
        }

        private static Mark parse(String text) {
            int slash = text.indexOf('/');
            return new Mark(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
        }

        private String text() {
            return position + "/" + recordId;
        }
    }

    /** Nothing has been read. */
    static IndexState empty(long from, Instant now, Walk start, Set<String> fields) {
        return new IndexState(from, now, 1, Optional.of(start), fields, Optional.empty());
    }

    /**
     * @return empty when it is none, or of another format
     */
    static Optional<IndexState> read(Map<String, String> data) {
        if (!Integer.toString(FORMAT).equals(data.get(FORMAT_KEY))) {
            return Optional.empty();
        }
        return Optional.of(new IndexState(
                Long.parseLong(data.get("from")),
                Instant.parse(data.get("savedAt")),
                Long.parseLong(data.get("generation")),
                Optional.of(data.get("walk")).filter(text -> !text.isEmpty()).map(Walk::parse),
                new TreeSet<>(Arrays.asList(data.get("fields").split(","))),
                Optional.of(data.get("newest")).filter(text -> !text.isEmpty()).map(Mark::parse)));
    }

    Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(FORMAT_KEY, Integer.toString(FORMAT));
        data.put("from", Long.toString(from));
        data.put("savedAt", savedAt.toString());
        data.put("generation", Long.toString(generation));
        data.put("walk", walk.map(Walk::text).orElse(""));
        data.put("fields", String.join(",", fields));
        data.put("newest", newest.map(Mark::text).orElse(""));
        return data;
    }

    IndexState at(long position, Instant now, Optional<Mark> mark) {
        return new IndexState(position, now, generation, walk, fields, mark);
    }

    /** All records are to be visited once more; what is there stays until then. */
    IndexState anew(Walk start) {
        return new IndexState(from, savedAt, generation + 1, Optional.of(start), fields, newest);
    }

    IndexState walked(Optional<Walk> next) {
        return new IndexState(from, savedAt, generation, next, fields, newest);
    }

    IndexState with(Set<String> names) {
        return new IndexState(from, savedAt, generation, walk, names, newest);
    }
}
