package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.access.Role;
import io.guanxi.tenantadmin.people.Invitations;
import io.guanxi.tenantadmin.people.TenantPeople;
import io.guanxi.tenantadmin.people.TenantPerson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The people of a tenant: who they are, as what, and whom they report to. */
@Path("/v1/admin/people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {

    private static final int PAGE = 100;

    @Inject
    private TenantPeople people;

    @Inject
    private Invitations invitations;

    @GET
    public Response list(@QueryParam("cursor") @DefaultValue("") String after) {
        List<TenantPerson> found = people.list(after, PAGE + 1);
        List<TenantPerson> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("items", page.stream().map(PersonResource::written).toList());
        members.put("nextCursor", found.size() > PAGE ? page.get(PAGE - 1).id() : null);
        return Answer.ok(members).toResponse().build();
    }

    /** Asks somebody in, who gets a mail. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite(InputStream in) {
        people.seats();
        Members members =
                new Members(RequestBody.read(in, RequestBody.SINGLE_LIMIT).object(), Set.of("email", "name", "role"));
        String email = members.text("email");
        String name = members.text("name");
        String role = members.text("role");
        members.throwIfAny();
        TenantPerson person = invitations.invite(email, name, role == null ? Role.MEMBER : new Role(role));
        return Answer.of(201, "/api/v1/admin/people/" + person.id(), null, written(person))
                .toResponse()
                .build();
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id) {
        return Answer.ok(written(people.require(id))).toResponse().build();
    }

    /** Changes what is named: the role, whom the person reports to, whether the person may come in. */
    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, InputStream in) {
        people.require(id);
        Map<String, Object> given =
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object();
        Members members = new Members(given, Set.of("role", "manager", "active"));
        String role = members.text("role");
        String manager = members.text("manager");
        boolean active = members.truth("active", true);
        members.throwIfAny();
        people.change(
                id,
                new TenantPeople.Change(
                        role == null ? null : new Role(role),
                        given.containsKey("manager"),
                        manager,
                        given.containsKey("active") ? active : null));
        return Answer.ok(written(people.require(id))).toResponse().build();
    }

    private static Map<String, Object> written(TenantPerson person) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", person.id());
        members.put("name", person.name());
        members.put("email", person.email());
        members.put("role", person.role().name());
        members.put("status", person.status().name().toLowerCase(Locale.ROOT));
        members.put("manager", person.manager().orElse(null));
        members.put("lastSeenAt", person.lastSeenAt().orElse(null));
        members.put("lockedUntil", person.lockedUntil().orElse(null));
        return members;
    }
}
