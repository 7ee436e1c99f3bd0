package io.guanxi.integrations.rest.admin;

import io.guanxi.tenantadmin.sessions.SessionControl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The sessions of a person, for admins. */
@Path("/v1/admin/people/{id}/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PersonSessionResource {

    @Inject
    private SessionControl control;

    @PathParam("id")
    private String person;

    @GET
    public Response list() {
        return SessionJson.list(control.of(person));
    }

    /** All but the one by which the call comes. */
    @DELETE
    public Response endAll() {
        control.endAll(person);
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{session}")
    public Response end(@PathParam("session") String session) {
        control.end(person, session);
        return Response.noContent().build();
    }
}
