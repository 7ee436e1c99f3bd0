package io.guanxi.kernel.query;

import io.guanxi.kernel.object.Shelf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records that a list finds, in words that can be kept: what jobs work through.
 *
 * @param filters RSQL conditions that must all hold, such as that of a view and that of the list; may be empty
 * @param text    words that must be found; null for none
 * @param sort    order as in {@code -updatedAt,name}; null for newest first
 * @param shelf   which records: those in use, the archive or the recycle bin
 */
public record RecordSelection(List<String> filters, String text, String sort, Shelf shelf) {

    public RecordSelection {
        filters = filters.stream().filter(filter -> !filter.isBlank()).toList();
    }

    /** The first page of it. */
    public RecordQuery query() {
        List<Filter> parts = filters.stream().map(RsqlFilters::parse).toList();
        Filter filter = parts.isEmpty() ? null : parts.size() == 1 ? parts.get(0) : new Filter.And(parts);
        return RecordQuery.all()
                .filter(filter)
                .text(text)
                .sort(SortKey.parse(sort))
                .on(shelf);
    }

    /** The members of JSON that {@link #of} reads. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("filters", new ArrayList<Object>(filters));
        tree.put("text", text);
        tree.put("sort", sort);
        tree.put("shelf", shelf.name());
        return tree;
    }

    public static RecordSelection of(Map<?, ?> tree) {
        return new RecordSelection(
                ((List<?>) tree.get("filters")).stream().map(String::valueOf).toList(),
                (String) tree.get("text"),
                (String) tree.get("sort"),
                shelf(tree));
    }

    /** Jobs of versions that knew no archive said whether they meant the recycle bin. */
    private static Shelf shelf(Map<?, ?> tree) {
        return tree.get("shelf") instanceof String name
                ? Shelf.valueOf(name)
                : Boolean.TRUE.equals(tree.get("deleted")) ? Shelf.DELETED : Shelf.LISTED;
    }
}
