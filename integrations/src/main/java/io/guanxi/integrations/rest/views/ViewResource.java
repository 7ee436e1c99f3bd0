package io.guanxi.integrations.rest.views;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.records.EntityTag;
import io.guanxi.integrations.rest.records.QueryParameters;
import io.guanxi.integrations.rest.records.RecordResource;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.view.SavedView;
import io.guanxi.kernel.view.SavedViews;
import io.guanxi.kernel.view.ViewChoices;
import jakarta.enterprise.context.RequestScoped;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The views that the caller sees. */
@Path("/v1/views")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ViewResource {

    @Inject
    private SavedViews views;

    @Inject
    private ViewChoices choices;

    @Inject
    private VisibleObjects objects;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @GET
    public Response list() {
        QueryParameters parameters = QueryParameters.allow(uri.getQueryParameters(), Set.of("object"));
        ObjectDescriptor object = objects.requireByPath(parameters.require("object"));
        List<Map<String, Object>> items = views.of(object.name()).stream()
                .map(view -> ViewJson.write(object, view))
                .toList();
        return Answer.ok(Map.of("items", items)).toResponse().build();
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        SavedView view = views.require(id);
        if (EntityTag.isKnown(known, view.version())) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, EntityTag.of(view.version()))
                    .build();
        }
        return answer(200, view).toResponse().build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@HeaderParam(IdempotencyKey.HEADER) String key, InputStream in) {
        RequestBody body = RequestBody.read(in, RequestBody.SINGLE_LIMIT);
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), body.bytes()), () -> {
            ViewJson.Wanted wanted = ViewJson.read(body.object());
            ObjectDescriptor object = objects.findByPath(String.valueOf(wanted.object()))
                    .orElseThrow(() -> new InvalidRecord(FieldError.of("/object", "view.object")));
            return answer(201, views.create(object.name(), wanted.name(), wanted.shared(), wanted.settings()));
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({RecordResource.MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String match, InputStream in) {
        SavedView before = views.require(id);
        OptionalLong expected = EntityTag.requireMatch(match).of(before.version());
        Map<String, Object> members = new LinkedHashMap<>(ViewJson.write(object(before), before));
        members.keySet().removeAll(ViewJson.TOLD);
        members.remove("object");
        RequestBody.read(in, RequestBody.SINGLE_LIMIT).object().forEach((name, value) -> {
            if (name.equals("object")) {
                throw new InvalidRecord(FieldError.of("/object", "custom.fixed"));
            }
            members.put(name, value);
        });
        ViewJson.Wanted wanted = ViewJson.read(members);
        return answer(200, views.change(id, expected, wanted.name(), wanted.shared(), wanted.settings()))
                .toResponse()
                .build();
    }

    @DELETE
    @Path("/{id}")
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String match) {
        SavedView view = views.require(id);
        views.delete(
                id,
                match == null
                        ? OptionalLong.empty()
                        : EntityTag.requireMatch(match).of(view.version()));
        return Response.noContent().build();
    }

    @PUT
    @Path("/{id}/default")
    public Response openFirst(@PathParam("id") String id) {
        choices.openFirst(views.require(id).object(), id, true);
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{id}/default")
    public Response openLater(@PathParam("id") String id) {
        choices.openFirst(views.require(id).object(), id, false);
        return Response.noContent().build();
    }

    private Answer answer(int status, SavedView view) {
        return Answer.of(
                status,
                status == 201 ? "/api/v1/views/" + view.id() : null,
                EntityTag.of(view.version()),
                ViewJson.write(object(view), view));
    }

    private ObjectDescriptor object(SavedView view) {
        return objects.require(view.object());
    }
}
