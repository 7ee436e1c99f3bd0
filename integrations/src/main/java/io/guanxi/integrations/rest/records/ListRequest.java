package io.guanxi.integrations.rest.records;

import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.RecordPage;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.kernel.query.SortKey;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code GET /{object}} asks for, and its answer. */
public record ListRequest(ObjectDescriptor object, FieldSelection fields, RecordQuery query) {

    /** Names of the query parameters of every list. */
    public static final List<String> PARAMETERS =
            List.of("limit", "cursor", "filter", "q", "sort", "fields", "count", "deleted");

    static ListRequest of(ObjectDescriptor object, MultivaluedMap<String, String> values) {
        QueryParameters parameters = QueryParameters.allow(values, Set.copyOf(PARAMETERS));
        FieldSelection fields = FieldSelection.of(object, parameters.names("fields"));
        String filter = parameters.text("filter");
        Filter condition = filter == null ? null : RsqlFilters.parse(filter);
        RecordQuery query = new RecordQuery(
                condition,
                parameters.text("q"),
                SortKey.parse(parameters.text("sort")),
                parameters.text("cursor"),
                parameters.number("limit", RecordQuery.DEFAULT_LIMIT, RecordQuery.MAX_LIMIT),
                parameters.flag("count"),
                parameters.flag("deleted"),
                fields.queried(object),
                false);
        return new ListRequest(object, fields, query);
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
