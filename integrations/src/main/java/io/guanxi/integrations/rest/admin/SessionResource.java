package io.guanxi.integrations.rest.admin;

import io.guanxi.kernel.session.PersonSessions;
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

/** The caller's own sessions; a partner's program has none. */
@Path("/v1/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    @Inject
    private PersonSessions sessions;

    @Inject
    private SessionControl control;

    @GET
    public Response list() {
        return SessionJson.list(sessions.own());
    }

    @DELETE
    @Path("/{id}")
    public Response end(@PathParam("id") String id) {
        control.endOwn(id);
        return Response.noContent().build();
    }
}
