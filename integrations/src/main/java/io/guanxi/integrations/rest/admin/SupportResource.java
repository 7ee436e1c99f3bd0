package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.support.OperatorEntry;
import io.guanxi.kernel.support.SupportGrant;
import io.guanxi.kernel.support.SupportGrants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Leave for the operators' support to come in, and what operators did. */
@Path("/v1/admin/support-access")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SupportResource {

    private static final int ENTRIES = 100;

    @Inject
    private SupportGrants grants;

    @GET
    public Response read() {
        List<Map<String, Object>> entries =
                grants.entries(ENTRIES).stream().map(SupportResource::written).toList();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("active", grants.active().map(SupportResource::written).orElse(null));
        members.put("entries", entries);
        return Answer.ok(members).toResponse().build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response grant(InputStream in) {
        Members members =
                new Members(RequestBody.read(in, RequestBody.SINGLE_LIMIT).object(), Set.of("hours", "reason"));
        int hours = members.number("hours");
        String reason = members.text("reason");
        members.throwIfAny();
        return Answer.of(201, "/api/v1/admin/support-access", null, written(grants.grant(hours, reason)))
                .toResponse()
                .build();
    }

    @DELETE
    public Response end() {
        grants.end();
        return Response.noContent().build();
    }

    private static Map<String, Object> written(SupportGrant grant) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("reason", grant.reason());
        members.put("grantedBy", grant.grantedName());
        members.put("grantedAt", grant.grantedAt().toString());
        members.put("endsAt", grant.endsAt().toString());
        return members;
    }

    private static Map<String, Object> written(OperatorEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", entry.madeAt().toString());
        members.put("operator", entry.operator());
        members.put("action", entry.action().name().toLowerCase(Locale.ROOT));
        members.put("details", entry.details());
        return members;
    }
}
