package io.guanxi.web.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a list shows, as it stands in its address: going back and bookmarks bring the same list.
 *
 * @param path    address of the list without query
 * @param view    name of the view; empty for the first one
 * @param text    words searched for; empty for none
 * @param filter  RSQL beside the view's own; empty for none
 * @param sort    order as in {@code -updatedAt,name}; empty for the view's own
 * @param deleted the recycle bin instead of live records
 */
public record ListAddress(String path, String view, String text, String filter, String sort, boolean deleted) {

    public ListAddress view(String name) {
        return new ListAddress(path, name, text, "", "", false);
    }

    public ListAddress text(String words) {
        return new ListAddress(path, view, words, filter, sort, deleted);
    }

    public ListAddress filter(String rsql) {
        return new ListAddress(path, view, text, rsql, sort, deleted);
    }

    public ListAddress sort(String keys) {
        return new ListAddress(path, view, text, filter, keys, deleted);
    }

    public ListAddress recycleBin(boolean shown) {
        return new ListAddress(path, "", "", "", "", shown);
    }

    /** The address as a link. */
    public String href() {
        return href(path, "");
    }

    /** The address of the page after {@code cursor}. */
    public String next(String cursor) {
        return href(path, cursor);
    }

    /** The same records as a file. */
    public String export() {
        return href(path + "/export", "");
    }

    /** Where the same records are changed all at once. */
    public String bulk() {
        return href(path + "/bulk", "");
    }

    private String href(String start, String cursor) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("view", view);
        query.put("q", text);
        query.put("filter", filter);
        query.put("sort", sort);
        query.put("deleted", deleted ? "true" : "");
        query.put("cursor", cursor);
        String text = query.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? start : start + "?" + text;
    }
}
