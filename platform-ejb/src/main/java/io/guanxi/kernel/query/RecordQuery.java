package io.guanxi.kernel.query;

import io.guanxi.kernel.access.Reach;
import io.guanxi.kernel.object.Shelf;
import java.util.List;
import java.util.Set;

/**
 * What a list asks for.
 *
 * @param filter  condition; null for none
 * @param text    words that must be found in the record; null or blank for none
 * @param sort    order; empty takes newest first
 * @param cursor  where the page before ended; null for the first page
 * @param limit   records on the page, 1–200
 * @param count   whether the total is wanted; counting stops at 10,000
 * @param shelf   which records: those in use, the archive or the recycle bin
 * @param fields  names of the fields wanted; empty for all
 * @param labels  whether names of referenced records and members are wanted too
 */
public record RecordQuery(
        Filter filter,
        String text,
        List<SortKey> sort,
        String cursor,
        int limit,
        boolean count,
        Shelf shelf,
        Set<String> fields,
        boolean labels) {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;
    public static final int COUNT_CEILING = 10_000;

    public static RecordQuery all() {
        return new RecordQuery(null, null, List.of(), null, DEFAULT_LIMIT, false, Shelf.LISTED, Set.of(), false);
    }

    /** Whether words must be found. */
    public boolean hasText() {
        return text != null && !text.isBlank();
    }

    /** Of these records alone. */
    RecordQuery among(List<Long> ids) {
        return and(new Filter.Ids(ids));
    }

    /** Of the records in reach alone. */
    public RecordQuery within(Reach reach) {
        return reach.isAll() ? this : and(new Filter.Reached(reach));
    }

    private RecordQuery and(Filter more) {
        return filter(filter == null ? more : Filter.all(filter, more));
    }

    public RecordQuery filter(Filter condition) {
        return new RecordQuery(condition, text, sort, cursor, limit, count, shelf, fields, labels);
    }

    public RecordQuery text(String words) {
        return new RecordQuery(filter, words, sort, cursor, limit, count, shelf, fields, labels);
    }

    public RecordQuery sort(List<SortKey> keys) {
        return new RecordQuery(filter, text, keys, cursor, limit, count, shelf, fields, labels);
    }

    public RecordQuery after(String position) {
        return new RecordQuery(filter, text, sort, position, limit, count, shelf, fields, labels);
    }

    public RecordQuery limit(int records) {
        return new RecordQuery(filter, text, sort, cursor, records, count, shelf, fields, labels);
    }

    public RecordQuery counted() {
        return new RecordQuery(filter, text, sort, cursor, limit, true, shelf, fields, labels);
    }

    public RecordQuery on(Shelf other) {
        return new RecordQuery(filter, text, sort, cursor, limit, count, other, fields, labels);
    }

    public RecordQuery fields(Set<String> names) {
        return new RecordQuery(filter, text, sort, cursor, limit, count, shelf, names, labels);
    }

    public RecordQuery withLabels() {
        return new RecordQuery(filter, text, sort, cursor, limit, count, shelf, fields, true);
    }
}
