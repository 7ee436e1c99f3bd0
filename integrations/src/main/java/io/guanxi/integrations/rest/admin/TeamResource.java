package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.people.Team;
import io.guanxi.kernel.people.Teams;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The teams of a tenant. */
@Path("/v1/admin/teams")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TeamResource {

    private static final Set<String> MEMBERS = Set.of("version", "name", "description", "members");

    @Inject
    private Teams teams;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @GET
    public Response list() {
        return Answer.ok(Map.of(
                        "items", teams.all().stream().map(TeamResource::written).toList()))
                .toResponse()
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@HeaderParam(IdempotencyKey.HEADER) String key, InputStream in) {
        teams.all();
        RequestBody body = RequestBody.read(in, RequestBody.SINGLE_LIMIT);
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), body.bytes()), () -> {
            Team wanted = wanted(null, body.object());
            Team made = teams.create(wanted.name(), wanted.description(), wanted.members());
            return Answer.of(201, "/api/v1/admin/teams/" + made.id(), null, written(made));
        });
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id) {
        return Answer.ok(written(teams.require(id))).toResponse().build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") String id, InputStream in) {
        teams.require(id);
        Team wanted = wanted(id, RequestBody.read(in, RequestBody.SINGLE_LIMIT).object());
        return Answer.ok(written(
                        teams.change(id, wanted.version(), wanted.name(), wanted.description(), wanted.members())))
                .toResponse()
                .build();
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id, @QueryParam("version") long version) {
        teams.delete(id, version);
        return Response.noContent().build();
    }

    private static Team wanted(String id, Map<String, Object> given) {
        Members members = new Members(given, MEMBERS);
        Team team = new Team(
                id,
                members.number("version"),
                members.text("name"),
                members.text("description"),
                members.list("members"));
        members.throwIfAny();
        return team;
    }

    private static Map<String, Object> written(Team team) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", team.id());
        members.put("version", team.version());
        members.put("name", team.name());
        members.put("description", team.description());
        members.put("members", List.copyOf(team.members()));
        return members;
    }
}
