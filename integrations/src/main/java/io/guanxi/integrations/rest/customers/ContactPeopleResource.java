package io.guanxi.integrations.rest.customers;

import io.guanxi.customers.around.Surroundings;
import io.guanxi.integrations.rest.idempotency.Answer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The people and companies around a contact. */
@Path("/v1/contacts/{id}/people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContactPeopleResource {

    @Inject
    private Surroundings surroundings;

    @GET
    public Response read(@PathParam("id") String id) {
        return Answer.ok(CircleJson.of(surroundings.ofContact(id))).toResponse().build();
    }
}
