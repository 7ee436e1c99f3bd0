package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.custom.CustomObjectDefinition;
import io.guanxi.kernel.custom.CustomObjectDefinitions;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects there are, and those that a tenant makes. */
@Path("/v1/admin/objects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ObjectDefinitionResource {

    @Inject
    private CustomObjectDefinitions definitions;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @GET
    public Response list() {
        Map<String, CustomObjectDefinition> own = definitions.all();
        List<Map<String, Object>> items = objects.all().stream()
                .map(object -> ObjectDefinitionJson.write(object, own.get(object.path())))
                .toList();
        return Answer.ok(Map.of("items", items)).toResponse().build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@HeaderParam(IdempotencyKey.HEADER) String key, InputStream in) {
        definitions.all();
        RequestBody body = RequestBody.read(in, RequestBody.SINGLE_LIMIT);
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), body.bytes()), () -> {
            CustomObjectDefinition object = ObjectDefinitionJson.read(body.object());
            definitions.add(object);
            return Answer.of(201, "/api/v1/admin/objects/" + object.path(), null, written(object.path()));
        });
    }

    @GET
    @Path("/{path}")
    public Response read(@PathParam("path") String path) {
        return Answer.ok(written(path)).toResponse().build();
    }

    @PATCH
    @Path("/{path}")
    @Consumes({RecordResource.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("path") String path, InputStream in) {
        Map<String, Object> members = new LinkedHashMap<>(ObjectDefinitionJson.definition(definitions.require(path)));
        RequestBody.read(in, RequestBody.SINGLE_LIMIT).object().forEach(members::put);
        definitions.change(path, ObjectDefinitionJson.read(members));
        return Answer.ok(written(path)).toResponse().build();
    }

    /** Answers with the address of the job that erases the records. */
    @DELETE
    @Path("/{path}")
    public Response remove(@PathParam("path") String path) {
        JobView job = definitions.remove(path);
        return Response.accepted()
                .location(URI.create("/api/v1/jobs/" + job.id()))
                .build();
    }

    private Map<String, Object> written(String path) {
        return ObjectDefinitionJson.write(definitions.require(path), definitions.uses(path));
    }
}
