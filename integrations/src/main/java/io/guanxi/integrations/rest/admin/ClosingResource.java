package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.ChangesNothing;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.closing.Closing;
import io.guanxi.kernel.closing.Closings;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Closing of the company by an owner, and taking that back. */
@Path("/v1/admin/closing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClosingResource {

    @Inject
    private Closings closings;

    @Inject
    private AccessPolicy policy;

    @GET
    public Response read() {
        policy.require(Feature.ADMINISTER);
        return Answer.ok(written(closings.find())).toResponse().build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response close(InputStream in) {
        policy.require(Feature.ADMINISTER);
        Members members =
                new Members(RequestBody.read(in, RequestBody.SINGLE_LIMIT).object(), Set.of("name", "reason"));
        String name = members.text("name");
        String reason = members.text("reason");
        members.throwIfAny();
        Closing closing = closings.close(name, reason);
        return Answer.of(201, "/api/v1/admin/closing", null, written(Optional.of(closing)))
                .toResponse()
                .build();
    }

    @DELETE
    @ChangesNothing
    public Response reopen() {
        closings.reopen();
        return Response.noContent().build();
    }

    private Map<String, Object> written(Optional<Closing> closing) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("closed", closing.isPresent());
        members.put("graceDays", closings.grace().toDays());
        members.put("closedAt", closing.map(one -> one.closedAt().toString()).orElse(null));
        members.put("closedBy", closing.map(Closing::ownerName).orElse(null));
        members.put("reason", closing.map(Closing::reason).orElse(null));
        members.put("eraseAt", closing.map(one -> one.eraseAt().toString()).orElse(null));
        return members;
    }
}
