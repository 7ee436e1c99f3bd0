package io.guanxi.integrations.rest.admin;

import io.guanxi.integrations.rest.ChangesNothing;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.jobs.JobJson;
import io.guanxi.integrations.rest.problems.Languages;
import io.guanxi.kernel.portability.TenantExport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Map;

/** All of the company in one file: asked for here, fetched where its job says. */
@Path("/v1/admin/tenant-export")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TenantExportResource {

    @Inject
    private TenantExport exports;

    @Inject
    private JobJson jobs;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @GET
    public Response list() {
        return Answer.ok(Map.of(
                        "items",
                        exports.newest().stream()
                                .map(job -> jobs.of(job, locale()))
                                .toList()))
                .toResponse()
                .build();
    }

    @POST
    @ChangesNothing
    public Response submit(@HeaderParam(IdempotencyKey.HEADER) String key) {
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), new byte[0]), () -> {
            var job = exports.submit();
            return Answer.of(202, JobJson.address(job), null, jobs.of(job, locale()));
        });
    }

    private Locale locale() {
        return Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
