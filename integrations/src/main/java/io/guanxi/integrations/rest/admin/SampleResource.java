package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.samples.SampleRemoval;
import io.guanxi.samples.Samples;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The records that a company began with to see what the product does. */
@Path("/v1/admin/samples")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SampleResource {

    @Inject
    private Samples samples;

    @Inject
    private SampleRemoval removal;

    @Inject
    private AccessPolicy access;

    @GET
    public Response count() {
        access.require(Feature.ADMINISTER);
        return Answer.ok(Map.of("count", samples.count())).toResponse().build();
    }

    @DELETE
    public Response remove() {
        SampleRemoval.Result result = removal.remove();
        return Answer.ok(Map.of("removed", result.removed(), "kept", result.kept()))
                .toResponse()
                .build();
    }
}
