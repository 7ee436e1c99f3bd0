package io.guanxi.integrations.rest.customers;

import io.guanxi.customers.classes.Classification;
import io.guanxi.integrations.rest.ChangesNothing;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.jobs.JobJson;
import io.guanxi.integrations.rest.problems.Languages;
import io.guanxi.kernel.job.JobView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Locale;

/** Letting the classes' rules be asked anew, and trying a rule. */
@Path("/v1/classification")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClassificationResource {

    @Inject
    private Classification classification;

    @Inject
    private JobJson jobs;

    @Inject
    private IdempotentPosts posts;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @POST
    public Response start(@HeaderParam(IdempotencyKey.HEADER) String key) {
        return posts.answer(key, Fingerprint.of(uri.getRequestUri(), new byte[0]), () -> {
            JobView job = classification.start();
            return Answer.of(202, JobJson.address(job), null, jobs.of(job, locale()));
        });
    }

    @POST
    @ChangesNothing
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response preview(InputStream in) {
        String rule = RuleTrials.text(RuleTrials.body(in), "rule");
        return Answer.ok(RuleTrials.tried(() -> classification.preview(rule), locale()))
                .toResponse()
                .build();
    }

    private Locale locale() {
        return Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
