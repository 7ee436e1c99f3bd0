package io.guanxi.integrations.rest.customers;

import io.guanxi.customers.lifecycle.Lifecycle;
import io.guanxi.customers.lifecycle.LifecycleView;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.records.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The stages of all accounts: counts, and how they go on. */
@Path("/v1/lifecycle")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LifecycleResource {

    private static final int USUAL = 90;

    @Inject
    private Lifecycle lifecycle;

    @Context
    private UriInfo uri;

    @GET
    public Response read() {
        LifecycleView view = lifecycle.view(QueryParameters.allow(uri.getQueryParameters(), Set.of("days"))
                .number("days", USUAL, Lifecycle.LONGEST));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("days", view.days());
        members.put(
                "stages", view.stages().stream().map(LifecycleResource::stage).toList());
        return Answer.ok(members).toResponse().build();
    }

    private static Map<String, Object> stage(LifecycleView.Stage stage) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("stage", stage.name());
        members.put("count", stage.count());
        members.put("entered", stage.entered());
        members.put("reached", stage.reached());
        return members;
    }
}
