package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.query.RecordQuery;
import io.guanxi.kernel.record.HistoryEntry;
import io.guanxi.kernel.record.HistoryPage;
import io.guanxi.kernel.record.RecordHistory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who changed what in a record, newest first. */
@Path("/v1/{object}/{id}/history")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

    private static final int MAX_LIMIT = 100;

    @Inject
    private VisibleObjects objects;

    @Inject
    private RecordHistory history;

    @Context
    private UriInfo uri;

    @GET
    public Response history(@PathParam("object") String path, @PathParam("id") String id) {
        ObjectDescriptor object = objects.requireByPath(path);
        QueryParameters parameters = QueryParameters.allow(uri.getQueryParameters(), Set.of("limit", "cursor"));
        int limit = parameters.number("limit", RecordQuery.DEFAULT_LIMIT, MAX_LIMIT);
        HistoryPage page = history.of(object.name(), id, parameters.text("cursor"), limit);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("items", page.entries().stream().map(HistoryResource::json).toList());
        members.put("nextCursor", page.next().orElse(null));
        return Answer.ok(members).toResponse().build();
    }

    private static Map<String, Object> json(HistoryEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", entry.id());
        members.put("action", entry.action().name().toLowerCase(Locale.ROOT));
        members.put("at", entry.at());
        members.put("by", entry.by());
        members.put("byKind", entry.byKind() == null ? null : entry.byKind().toLowerCase(Locale.ROOT));
        members.put(
                "changes", entry.changes().stream().map(HistoryResource::json).toList());
        if (!entry.others().isEmpty()) {
            members.put("others", entry.others().stream().map(Choice::id).toList());
        }
        return members;
    }

    private static Map<String, Object> json(HistoryEntry.Change change) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("field", change.field());
        members.put("before", change.before());
        members.put("after", change.after());
        if (change.beforeLabel() != null) {
            members.put("beforeLabel", change.beforeLabel());
        }
        if (change.afterLabel() != null) {
            members.put("afterLabel", change.afterLabel());
        }
        return members;
    }
}
