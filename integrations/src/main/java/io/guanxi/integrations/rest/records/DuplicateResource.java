package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.ChangesNothing;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.jobs.JobJson;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.problems.Languages;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.duplicate.DuplicatePair;
import io.guanxi.kernel.duplicate.DuplicateService;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.RecordQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Records that seem to mean the same: asked before one is made, found by a scan, and settled. */
@Path("/v1/{object}/duplicates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DuplicateResource {

    private static final int MAX_LIMIT = 100;

    @Inject
    private VisibleObjects objects;

    @Inject
    private DuplicateService duplicates;

    @Inject
    private IdempotentPosts posts;

    @Inject
    private JobJson jobs;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @POST
    @ChangesNothing
    @Consumes(MediaType.APPLICATION_JSON)
    public Response check(@PathParam("object") String path, InputStream in) {
        ObjectDescriptor object = objects.requireByPath(path);
        QueryParameters parameters = QueryParameters.allow(uri.getQueryParameters(), Set.of("of"));
        Map<String, Object> input = CustomMembers.flat(
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object());
        return Answer.ok(Map.of(
                        "items",
                        DuplicateJson.candidates(
                                object, duplicates.check(object.name(), input, parameters.text("of")), locale())))
                .toResponse()
                .build();
    }

    @GET
    public Response list(@PathParam("object") String path) {
        ObjectDescriptor object = objects.requireByPath(path);
        QueryParameters parameters =
                QueryParameters.allow(uri.getQueryParameters(), Set.of("status", "cursor", "limit"));
        DuplicateService.PairPage page = duplicates.pairs(
                object.name(),
                parameters.word("status", DuplicatePair.Status.class, DuplicatePair.Status.OPEN),
                parameters.text("cursor"),
                parameters.number("limit", RecordQuery.DEFAULT_LIMIT, MAX_LIMIT));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "items",
                page.pairs().stream()
                        .map(pair -> DuplicateJson.pair(object, pair, locale()))
                        .toList());
        members.put("nextCursor", page.next().orElse(null));
        return Answer.ok(members).toResponse().build();
    }

    @POST
    @Path("/scan")
    public Response scan(@PathParam("object") String path, @HeaderParam(IdempotencyKey.HEADER) String key) {
        ObjectDescriptor object = objects.requireByPath(path);
        QueryParameters.allow(uri.getQueryParameters(), Set.of());
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), new byte[0]), () -> {
            JobView job = duplicates.scan(object.name());
            return Answer.of(202, JobJson.address(job), null, jobs.of(job, locale()));
        });
    }

    @POST
    @Path("/{pair}/dismiss")
    public Response dismiss(@PathParam("object") String path, @PathParam("pair") String pair) {
        return decide(path, pair, DuplicatePair.Status.DISMISSED);
    }

    @POST
    @Path("/{pair}/reopen")
    public Response reopen(@PathParam("object") String path, @PathParam("pair") String pair) {
        return decide(path, pair, DuplicatePair.Status.OPEN);
    }

    /** Deciding twice is deciding once, so that no key is needed. */
    private Response decide(String path, String pair, DuplicatePair.Status status) {
        ObjectDescriptor object = objects.requireByPath(path);
        QueryParameters.allow(uri.getQueryParameters(), Set.of());
        duplicates.decide(object.name(), pair, status);
        return Response.noContent().build();
    }

    private Locale locale() {
        return Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
