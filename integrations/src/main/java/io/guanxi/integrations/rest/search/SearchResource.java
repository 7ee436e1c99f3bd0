package io.guanxi.integrations.rest.search;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.records.QueryParameters;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordLine;
import io.guanxi.kernel.record.RecordSearch;
import io.guanxi.kernel.record.SearchResult;
import io.guanxi.kernel.search.SearchRebuild;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records of all objects by what somebody would type to find them. */
@Path("/v1/search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private static final int USUAL = 20;
    private static final int LONGEST = 200;

    @Inject
    private RecordSearch search;

    @Inject
    private VisibleObjects objects;

    @Inject
    private SearchRebuild rebuild;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    private record Placed(ObjectDescriptor object, SearchResult.Hit hit) {}

    @GET
    public Response find() {
        QueryParameters parameters = QueryParameters.allow(uri.getQueryParameters(), Set.of("q", "objects", "limit"));
        String text = parameters.require("q");
        if (text.length() > LONGEST) {
            throw QueryParameters.invalid("parameter.value", "q", "1–" + LONGEST);
        }
        List<String> among =
                parameters.names("objects").stream().map(this::name).toList();
        int limit = parameters.number("limit", USUAL, RecordSearch.MOST);
        SearchResult result = search.find(text, among, limit);
        List<Placed> hits = new ArrayList<>();
        Map<String, Object> totals = new LinkedHashMap<>();
        result.groups().forEach(group -> {
            ObjectDescriptor object = objects.require(group.object());
            totals.put(object.path(), group.found());
            group.best().forEach(hit -> hits.add(new Placed(object, hit)));
        });
        hits.sort(Comparator.comparing((Placed placed) -> -placed.hit().score()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", hits.stream().limit(limit).map(this::item).toList());
        answer.put("totals", totals);
        answer.put("totalsAreAtLeast", !result.counted());
        answer.put("complete", result.complete());
        return Answer.ok(answer).toResponse().build();
    }

    /** Has the index of the tenant built anew; people go on to search meanwhile. */
    @POST
    @Path("/rebuild")
    public Response rebuild(@HeaderParam(IdempotencyKey.HEADER) String key) {
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), new byte[0]), () -> {
            rebuild.order();
            return Answer.of(202, null, null, Map.of());
        });
    }

    private Map<String, Object> item(Placed placed) {
        ObjectDescriptor object = placed.object();
        SearchResult.Hit hit = placed.hit();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("object", object.path());
        item.put("id", hit.record().id());
        item.put("title", hit.record().text(object.titleField()));
        item.put(
                "subtitle",
                RecordLine.of(object, hit.record(), CallContext.require().locale()));
        hit.match().ifPresent(match -> {
            Map<String, Object> matched = new LinkedHashMap<>();
            matched.put("field", match.field());
            matched.put("text", match.text());
            matched.put(
                    "highlights",
                    match.places().stream()
                            .map(place -> Map.of("from", place.from(), "to", place.to()))
                            .toList());
            item.put("matched", matched);
        });
        item.put("score", hit.score());
        return item;
    }

    private String name(String path) {
        return objects.findByPath(path)
                .orElseThrow(() -> QueryParameters.invalid("parameter.value", "objects", path))
                .name();
    }
}
