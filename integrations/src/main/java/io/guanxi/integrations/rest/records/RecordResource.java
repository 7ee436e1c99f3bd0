package io.guanxi.integrations.rest.records;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.JsonOutput;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.duplicate.DuplicateService;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.NewRecords;
import io.guanxi.kernel.record.RecordMerged;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.record.Upserted;
import io.guanxi.kernel.view.SavedViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Records of any described object: list, read, create, change, delete, restore, archive and upsert. There is one of it: to put one
 * together for each request took a sixth of the time of reading a record.
 */
@Path("/v1/{object}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RecordResource {

    private static final int OVERWRITE_ATTEMPTS = 10;

    public static final String MERGE_PATCH = "application/merge-patch+json";

    @Inject
    private VisibleObjects objects;

    @Inject
    private NewRecords newRecords;

    @Inject
    private RecordService records;

    @Inject
    private SavedViews views;

    @Inject
    private DuplicateService duplicates;

    @Inject
    private IdempotentPosts posts;

    /** What becomes of a new record that seems to be there already. */
    private enum Duplicates {
        ALLOW,
        REFUSE
    }

    @GET
    public Response list(@Context UriInfo uri, @PathParam("object") String path) {
        ObjectDescriptor object = objects.requireByPath(path);
        ListRequest request =
                ListRequest.of(object, uri.getQueryParameters(), key -> views.settings(object.name(), key));
        return json(JsonOutput.write(request.json(records.list(object.name(), request.query()))));
    }

    @GET
    @Path("/{id}")
    public Response read(
            @Context UriInfo uri,
            @PathParam("object") String path,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        ObjectDescriptor object = objects.requireByPath(path);
        QueryParameters parameters = QueryParameters.allow(uri.getQueryParameters(), Set.of("fields"));
        FieldSelection fields = FieldSelection.of(object, parameters.names("fields"));
        RecordView record;
        try {
            record = records.require(object.name(), id);
        } catch (RecordMerged e) {
            // Undoing the merge brings the record back to this address.
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .header(HttpHeaders.LOCATION, "/api/v1/" + object.path() + "/" + e.survivor())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        if (EntityTag.isKnown(known, record.version())) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, EntityTag.of(record.version()))
                    .build();
        }
        return answer(200, object, record, fields).toResponse().build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @Context UriInfo uri,
            @PathParam("object") String path,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            InputStream in) {
        ObjectDescriptor object = objects.requireByPath(path);
        boolean refuse = QueryParameters.allow(uri.getQueryParameters(), Set.of("duplicates"))
                        .word("duplicates", Duplicates.class, Duplicates.ALLOW)
                == Duplicates.REFUSE;
        RequestBody body = body(in);
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), body.bytes()), () -> {
            Map<String, Object> input = CustomMembers.flat(body.object());
            if (refuse && !object.matching().isEmpty()) {
                duplicates.refuseLikely(object.name(), input);
            }
            // With a key there is a transaction already, and the whole of it is done again.
            return created(
                    object,
                    key == null ? newRecords.create(object.name(), input) : records.create(object.name(), input));
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(
            @Context UriInfo uri,
            @PathParam("object") String path,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String match,
            InputStream in) {
        ObjectDescriptor object = objects.requireByPath(path);
        noParameters(uri);
        OptionalLong expected = expected(object, id, EntityTag.requireMatch(match));
        Map<String, Object> patch = CustomMembers.flat(body(in).object());
        RecordView changed = expected.isPresent()
                ? records.update(object.name(), id, expected, patch)
                : overwrite(object, id, patch);
        return answer(200, object, changed).toResponse().build();
    }

    /** Whoever does not care about versions is not troubled by somebody else's change at the same moment. */
    private RecordView overwrite(ObjectDescriptor object, String id, Map<String, Object> patch) {
        for (int attempt = 1; ; attempt++) {
            try {
                return records.update(object.name(), id, OptionalLong.empty(), patch);
            } catch (StaleRecord e) {
                if (attempt == OVERWRITE_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @DELETE
    @Path("/{id}")
    public Response delete(
            @Context UriInfo uri,
            @PathParam("object") String path,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String match) {
        ObjectDescriptor object = objects.requireByPath(path);
        noParameters(uri);
        OptionalLong expected =
                match == null ? OptionalLong.empty() : expected(object, id, EntityTag.requireMatch(match));
        records.delete(object.name(), id, expected);
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/restore")
    public Response restore(
            @Context UriInfo uri,
            @PathParam("object") String path,
            @PathParam("id") String id,
            @HeaderParam(IdempotencyKey.HEADER) String key) {
        return moved(uri, path, key, object -> records.restore(object.name(), id));
    }

    @POST
    @Path("/{id}/archive")
    public Response archive(
            @Context UriInfo uri,
            @PathParam("object") String path,
            @PathParam("id") String id,
            @HeaderParam(IdempotencyKey.HEADER) String key) {
        return moved(uri, path, key, object -> records.archive(object.name(), id));
    }

    @POST
    @Path("/{id}/unarchive")
    public Response unarchive(
            @Context UriInfo uri,
            @PathParam("object") String path,
            @PathParam("id") String id,
            @HeaderParam(IdempotencyKey.HEADER) String key) {
        return moved(uri, path, key, object -> records.unarchive(object.name(), id));
    }

    private Response moved(UriInfo uri, String path, String key, Function<ObjectDescriptor, RecordView> move) {
        ObjectDescriptor object = objects.requireByPath(path);
        noParameters(uri);
        return posts.answer(
                key, Fingerprint.of(uri.getRequestUri(), new byte[0]), () -> answer(200, object, move.apply(object)));
    }

    @PUT
    @Path("/by-external-id/{system}/{externalId}")
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    public Response upsert(
            @Context UriInfo uri,
            @PathParam("object") String path,
            @PathParam("system") String system,
            @PathParam("externalId") String externalId,
            InputStream in) {
        ObjectDescriptor object = objects.requireByPath(path);
        noParameters(uri);
        Upserted upserted = newRecords.upsert(object.name(), system, externalId, CustomMembers.flat(body(in).object()));
        Answer answer =
                upserted.created() ? created(object, upserted.record()) : answer(200, object, upserted.record());
        return answer.toResponse().build();
    }

    /** A list of several tags is met by whichever is current; the service takes one version. */
    private OptionalLong expected(ObjectDescriptor object, String id, EntityTag.Expectation expectation) {
        if (expectation.any() || expectation.versions().size() == 1) {
            return expectation.single();
        }
        long current = records.require(object.name(), id).version();
        if (!expectation.versions().contains(current)) {
            throw new StaleRecord(current);
        }
        return OptionalLong.of(current);
    }

    private static RequestBody body(InputStream in) {
        return RequestBody.read(in, RequestBody.SINGLE_LIMIT);
    }

    private static void noParameters(UriInfo uri) {
        QueryParameters.allow(uri.getQueryParameters(), Set.of());
    }

    private static Answer created(ObjectDescriptor object, RecordView record) {
        Answer answer = answer(201, object, record);
        return new Answer(201, "/api/v1/" + object.path() + "/" + record.id(), answer.etag(), answer.body());
    }

    private static Answer answer(int status, ObjectDescriptor object, RecordView record) {
        return answer(status, object, record, FieldSelection.everything());
    }

    private static Answer answer(int status, ObjectDescriptor object, RecordView record, FieldSelection fields) {
        return Answer.of(status, null, EntityTag.of(record.version()), RecordJson.single(object, record, fields));
    }

    private static Response json(byte[] body) {
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
