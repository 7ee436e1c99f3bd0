package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.access.Rights;
import io.guanxi.kernel.access.RightsJson;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.people.RoleView;
import io.guanxi.kernel.people.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What people of a tenant may do, role by role. */
@Path("/v1/admin/roles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoleResource {

    private static final Set<String> MEMBERS = Set.of("version", "label", "description", "rights");

    @Inject
    private Roles roles;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    /** A role as somebody wants it. */
    private record Wanted(long version, String label, String description, Rights rights) {}

    @GET
    public Response list() {
        return Answer.ok(Map.of(
                        "items", roles.all().stream().map(RoleResource::written).toList()))
                .toResponse()
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@HeaderParam(IdempotencyKey.HEADER) String key, InputStream in) {
        roles.all();
        RequestBody body = RequestBody.read(in, RequestBody.SINGLE_LIMIT);
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), body.bytes()), () -> {
            Wanted wanted = wanted(body.object());
            RoleView made = roles.create(wanted.label(), wanted.description(), wanted.rights());
            return Answer.of(
                    201, "/api/v1/admin/roles/" + made.definition().role().name(), null, written(made));
        });
    }

    @GET
    @Path("/{name}")
    public Response read(@PathParam("name") String name) {
        return Answer.ok(written(roles.require(name))).toResponse().build();
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("name") String name, InputStream in) {
        roles.require(name);
        Wanted wanted = wanted(RequestBody.read(in, RequestBody.SINGLE_LIMIT).object());
        return Answer.ok(written(
                        roles.change(name, wanted.version(), wanted.label(), wanted.description(), wanted.rights())))
                .toResponse()
                .build();
    }

    @DELETE
    @Path("/{name}")
    public Response remove(@PathParam("name") String name, @QueryParam("version") long version) {
        roles.delete(name, version);
        return Response.noContent().build();
    }

    private static Wanted wanted(Map<String, Object> given) {
        Members members = new Members(given, MEMBERS);
        long version = members.number("version");
        String label = members.text("label");
        String description = members.text("description");
        Rights rights = Rights.NONE;
        if (given.get("rights") instanceof Map<?, ?> tree) {
            try {
                rights = RightsJson.read(texts(tree));
            } catch (IllegalArgumentException | ClassCastException wrong) {
                members.add("/rights", "role.rights", String.valueOf(wrong.getMessage()));
            }
        } else {
            throw new InvalidRecord(FieldError.of("/rights", "required"));
        }
        members.throwIfAny();
        return new Wanted(version, label, description, rights);
    }

    private static Map<String, Object> texts(Map<?, ?> tree) {
        Map<String, Object> texts = new LinkedHashMap<>();
        tree.forEach((name, value) -> texts.put((String) name, value));
        return texts;
    }

    private static Map<String, Object> written(RoleView view) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", view.definition().role().name());
        members.put("version", view.definition().version());
        members.put("shipped", view.definition().role().isShipped());
        members.put("label", view.definition().label());
        members.put("description", view.definition().description());
        members.put("members", view.members());
        members.put("rights", RightsJson.tree(view.definition().rights()));
        return members;
    }
}
