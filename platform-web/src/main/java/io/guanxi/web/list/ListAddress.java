package io.guanxi.web.list;

import io.guanxi.kernel.object.Shelf;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a list shows, as it stands in its address: going back and bookmarks bring the same list. What an address leaves out is
 * as the view has it; a filter that is there but empty asks for everything.
 *
 * @param path  address of the list without query
 * @param query parameters by name, in the order of {@link #NAMES}
 */
public record ListAddress(String path, Map<String, String> query) {

    /** {@code as} is the form and its field, such as {@code board:type}; {@code on} and {@code span} say which month or week of a calendar. */
    static final List<String> NAMES =
            List.of("view", "q", "filter", "sort", "group", "as", "on", "span", "archived", "deleted");

    /** What a view decides, unless the address does. */
    private static final List<String> OF_VIEW =
            List.of("filter", "sort", "group", "as", "on", "span", "archived", "deleted");

    /**
     * @param parameters value of a parameter by its name; null when it is not there
     */
    static ListAddress of(String path, UnaryOperator<String> parameters) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = parameters.apply(name);
            boolean isAsked = value != null && (!value.isBlank() || OF_VIEW.contains(name));
            if (isAsked) {
                query.put(name, value.trim());
            }
        }
        return new ListAddress(path, query);
    }

    /** A parameter; empty when the address does not have it. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** Words searched for; empty for none. */
    public String text() {
        return query.getOrDefault("q", "");
    }

    /** The recycle bin instead of live records. */
    public boolean deleted() {
        return "true".equals(query.get("deleted"));
    }

    /** The archive instead of records in use. */
    public boolean archived() {
        return shelf() == Shelf.ARCHIVED;
    }

    /** Records that are not in use, which no view divides. */
    public boolean aside() {
        return shelf() != Shelf.LISTED;
    }

    public Shelf shelf() {
        return deleted() ? Shelf.DELETED : "true".equals(query.get("archived")) ? Shelf.ARCHIVED : Shelf.LISTED;
    }

    /** A parameter of the address. */
    public record Parameter(String name, String value) {}

    /** What a search in the list keeps. */
    public List<Parameter> kept() {
        return query.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("q"))
                .map(parameter -> new Parameter(parameter.getKey(), parameter.getValue()))
                .toList();
    }

    /** Another view as it is, with the same words. */
    public ListAddress view(String key) {
        ListAddress plain = reset();
        return key.isEmpty() ? plain.without("view") : plain.with("view", key);
    }

    /** The view as it is. */
    public ListAddress reset() {
        ListAddress address = this;
        for (String name : OF_VIEW) {
            address = address.without(name);
        }
        return address;
    }

    public ListAddress with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (String one : NAMES) {
            String kept = one.equals(name) ? value : query.get(one);
            if (kept != null) {
                changed.put(one, kept);
            }
        }
        return new ListAddress(path, changed);
    }

    public ListAddress without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(query);
        changed.remove(name);
        return new ListAddress(path, changed);
    }

    /** The archive, which no view divides. */
    public ListAddress archive() {
        return new ListAddress(path, Map.of("archived", "true"));
    }

    /** The recycle bin, which no view divides. */
    public ListAddress bin() {
        return new ListAddress(path, Map.of("deleted", "true"));
    }

    /** The address as a link. */
    public String href() {
        return href(path, query);
    }

    /** The address of the page after {@code cursor}. */
    public String next(String cursor) {
        return more(Map.of("cursor", cursor));
    }

    /** The address with parameters that lists do not keep. */
    public String more(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.putAll(parameters);
        return href(path, all);
    }

    /** The same records as a file. */
    public String export() {
        return href(path + "/export", query);
    }

    /** Where the same records are changed all at once. */
    public String bulk() {
        return href(path + "/bulk", query);
    }

    private static String href(String start, Map<String, String> query) {
        String text = query.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? start : start + "?" + text;
    }
}
