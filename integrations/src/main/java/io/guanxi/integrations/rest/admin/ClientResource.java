package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.records.QueryParameters;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.people.PartnerClient;
import io.guanxi.kernel.people.PartnerClients;
import io.guanxi.kernel.people.PartnerGrants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.util.Set;
import java.util.TreeSet;

/**
 * The programs of partners: made, given other grants or a new secret, and revoked. What answers with a secret keeps no answer
 * for repeated requests: a secret is told once.
 */
@Path("/v1/admin/clients")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClientResource {

    private static final String GRANTS = "grants";
    private static final String NAME = "name";

    @Inject
    private PartnerClients clients;

    @Inject
    private PartnerGrants grants;

    @Context
    private UriInfo uri;

    @GET
    public Response list() {
        QueryParameters.allow(uri.getQueryParameters(), Set.of());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("items", clients.all().stream().map(ClientResource::json).toList());
        members.put("nextCursor", null);
        return Answer.ok(members).toResponse().build();
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") String id) {
        return Answer.ok(json(clients.require(id))).toResponse().build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream in) {
        Map<String, Object> given =
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object();
        Members members = new Members(given, Set.of(NAME, GRANTS));
        String name = members.text(NAME);
        Set<String> allowed = grants(members, given);
        members.throwIfAny();
        return issued(201, clients.create(name, allowed));
    }

    @PUT
    @Path("/{id}/grants")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response grant(@PathParam("id") String id, InputStream in) {
        Map<String, Object> given =
                RequestBody.read(in, RequestBody.SINGLE_LIMIT).object();
        Members members = new Members(given, Set.of(GRANTS));
        Set<String> allowed = grants(members, given);
        members.throwIfAny();
        PartnerClient client = clients.require(id);
        grants.change(client.id(), client.version(), allowed);
        return Answer.ok(json(clients.require(id))).toResponse().build();
    }

    @POST
    @Path("/{id}/rotate")
    public Response rotate(@PathParam("id") String id) {
        return issued(200, clients.rotate(id));
    }

    @DELETE
    @Path("/{id}/previous")
    public Response endPrevious(@PathParam("id") String id) {
        clients.endPrevious(id);
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{id}")
    public Response revoke(@PathParam("id") String id) {
        clients.revoke(id);
        return Response.noContent().build();
    }

    private static Set<String> grants(Members members, Map<String, Object> given) {
        Set<String> grants = new TreeSet<>();
        if (given.get(GRANTS) instanceof List<?> list) {
            list.forEach(grant -> grants.add(String.valueOf(grant)));
        } else {
            members.add("/" + GRANTS, "type.array");
        }
        return grants;
    }

    private static Response issued(int status, PartnerClients.Issued issued) {
        Map<String, Object> members = json(issued.client());
        members.put("secret", issued.secret());
        return Answer.of(status, null, null, members)
                .toResponse()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Map<String, Object> json(PartnerClient client) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", RecordId.format(client.id()));
        members.put("clientId", client.clientId());
        members.put(NAME, client.name());
        members.put(GRANTS, new TreeSet<>(client.grants()).stream().toList());
        members.put("active", client.isActive());
        members.put("createdAt", client.createdAt());
        members.put("lastUsedAt", client.lastUsedAt().orElse(null));
        members.put("previousId", client.previousId().orElse(null));
        members.put("previousUntil", client.previousUntil().orElse(null));
        return members;
    }
}
