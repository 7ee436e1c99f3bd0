package io.guanxi.integrations.rest.customers;

import io.guanxi.customers.lifecycle.Lifecycle;
import io.guanxi.customers.lifecycle.StageMoves;
import io.guanxi.integrations.rest.idempotency.Answer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** The history of the stages of an account. */
@Path("/v1/accounts/{id}/stages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StagesResource {

    @Inject
    private Lifecycle lifecycle;

    @GET
    public Response read(@PathParam("id") String id) {
        return Answer.ok(Map.of(
                        "items",
                        lifecycle.history(id).stream().map(StagesResource::move).toList()))
                .toResponse()
                .build();
    }

    private static Map<String, Object> move(StageMoves.Move move) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("from", move.from().isEmpty() ? null : move.from());
        members.put("to", move.to().isEmpty() ? null : move.to());
        members.put("byHand", move.isByHand());
        members.put("reason", move.reason());
        members.put("rule", move.rule());
        members.put("source", move.source());
        members.put("facts", move.facts());
        members.put("at", move.at());
        members.put("by", move.by());
        return members;
    }
}
