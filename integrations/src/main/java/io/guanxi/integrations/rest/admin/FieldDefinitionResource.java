package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.custom.FieldDefinition;
import io.guanxi.kernel.custom.FieldDefinitions;
import io.guanxi.kernel.custom.FieldUses;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.object.TenantTexts;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields that a tenant has added to an object. */
@Path("/v1/admin/objects/{object}/fields")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FieldDefinitionResource {

    @Inject
    private FieldDefinitions definitions;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @GET
    public Response list(@PathParam("object") String path) {
        List<Map<String, Object>> items = definitions.of(name(path)).entrySet().stream()
                .map(entry -> FieldDefinitionJson.write(entry.getKey(), entry.getValue()))
                .toList();
        return Answer.ok(Map.of("items", items)).toResponse().build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @PathParam("object") String path, @HeaderParam(IdempotencyKey.HEADER) String key, InputStream in) {
        definitions.requireAdmin();
        String object = name(path);
        RequestBody body = RequestBody.read(in, RequestBody.SINGLE_LIMIT);
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), body.bytes()), () -> {
            String id = definitions.add(FieldDefinitionJson.read(object, body.object()));
            return Answer.of(201, address(path, id), null, written(object, id));
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({RecordResource.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("object") String path, @PathParam("id") String id, InputStream in) {
        String object = name(path);
        Map<String, Object> members = new LinkedHashMap<>(written(object, id));
        members.remove("id");
        RequestBody.read(in, RequestBody.SINGLE_LIMIT).object().forEach(members::put);
        definitions.change(id, FieldDefinitionJson.read(object, members));
        return Answer.ok(written(object, id)).toResponse().build();
    }

    /** What uses a field and would have to go first, and what merely shows it and goes on without. */
    @GET
    @Path("/{id}/uses")
    public Response uses(@PathParam("object") String path, @PathParam("id") String id) {
        written(name(path), id);
        List<Map<String, Object>> items = Stream.concat(
                        definitions.usersOf(id).stream().map(use -> written(use, true)),
                        definitions.placesOf(id).stream().map(use -> written(use, false)))
                .toList();
        return Answer.ok(Map.of("items", items)).toResponse().build();
    }

    private static Map<String, Object> written(FieldUses.Use use, boolean holds) {
        return Map.of(
                "kind",
                TenantTexts.in(use.kind(), CallContext.require().locale()),
                "id",
                use.id(),
                "name",
                use.name(),
                "holds",
                holds);
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("object") String path, @PathParam("id") String id) {
        written(name(path), id);
        definitions.remove(id);
        return Response.noContent().build();
    }

    private Map<String, Object> written(String object, String id) {
        FieldDefinition field = definitions.of(object).get(id);
        if (field == null) {
            throw new RecordNotFound();
        }
        return FieldDefinitionJson.write(id, field);
    }

    private String name(String path) {
        return objects.requireByPath(path).name();
    }

    private static String address(String path, String id) {
        return "/api/v1/admin/objects/" + path + "/fields/" + id;
    }
}
