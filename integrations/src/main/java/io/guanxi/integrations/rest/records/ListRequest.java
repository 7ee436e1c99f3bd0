package io.guanxi.integrations.rest.records;

import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.kernel.view.ViewSettings;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What {@code GET /{object}} asks for, and its answer. */
public record ListRequest(ObjectDescriptor object, FieldSelection fields, RecordQuery query) {

    /** Names of the query parameters of every list. */
    public static final List<String> PARAMETERS =
            List.of("limit", "cursor", "view", "filter", "q", "sort", "fields", "count", "archived", "deleted");

    /**
     * @param views finds the settings of a view by its key
     */
    static ListRequest of(
            ObjectDescriptor object, MultivaluedMap<String, String> values, Function<String, ViewSettings> views) {
        QueryParameters parameters = QueryParameters.allow(values, Set.copyOf(PARAMETERS));
        FieldSelection fields = FieldSelection.of(object, parameters.names("fields"));
        String key = parameters.text("view");
        ViewSettings view = key == null ? ViewSettings.PLAIN : views.apply(key);
        String sort = parameters.text("sort");
        RecordQuery query = new RecordQuery(
                both(RsqlFilters.parse(view.filter()), RsqlFilters.parse(parameters.text("filter"))),
                parameters.text("q"),
                SortKey.parse(sort == null ? view.sort() : sort),
                parameters.text("cursor"),
                parameters.number("limit", RecordQuery.DEFAULT_LIMIT, RecordQuery.MAX_LIMIT),
                parameters.flag("count"),
                parameters.shelf(),
                fields.queried(object),
                false);
        return new ListRequest(object, fields, query);
    }

    /** A filter narrows what the view shows. */
    private static Filter both(Filter view, Filter given) {
        return view == null ? given : given == null ? view : Filter.all(view, given);
    }

    Map<String, Object> json(RecordPage page) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("items", RecordJson.items(object, page.items(), fields));
        members.put("nextCursor", page.next().orElse(null));
        page.total().ifPresent(total -> {
            members.put("total", total.count());
            if (total.atLeast()) {
                members.put("totalIsAtLeast", true);
            }
        });
        return members;
    }
}
