package io.guanxi.integrations.rest.customers;

import io.guanxi.customers.insight.CustomerInsight;
import io.guanxi.integrations.rest.idempotency.Answer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What is known about an account: purchases, class and why, habits. */
@Path("/v1/accounts/{id}/insight")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InsightResource {

    @Inject
    private CustomerInsight insight;

    @GET
    public Response read(@PathParam("id") String id) {
        return Answer.ok(InsightJson.of(insight.of(id))).toResponse().build();
    }
}
