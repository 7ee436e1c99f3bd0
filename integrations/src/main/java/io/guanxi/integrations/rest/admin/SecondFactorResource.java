package io.guanxi.integrations.rest.admin;

import io.guanxi.tenantadmin.sessions.SecondFactorReset;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The second factor of a person, for admins. */
@Path("/v1/admin/people/{id}/second-factor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {

    @Inject
    private SecondFactorReset reset;

    @DELETE
    public Response reset(@PathParam("id") String person) {
        reset.of(person);
        return Response.noContent().build();
    }
}
