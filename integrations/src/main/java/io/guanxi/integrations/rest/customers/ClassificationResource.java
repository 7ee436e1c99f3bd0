package io.guanxi.integrations.rest.customers;

import io.guanxi.customers.classes.Classification;
import io.guanxi.customers.classes.RulePreview;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.idempotency.Fingerprint;
import io.guanxi.integrations.rest.idempotency.IdempotencyKey;
import io.guanxi.integrations.rest.idempotency.IdempotentPosts;
import io.guanxi.integrations.rest.jobs.JobJson;
import io.guanxi.integrations.rest.json.RequestBody;
import io.guanxi.integrations.rest.problems.Languages;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.rule.InvalidRule;
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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response preview(InputStream in) {
        Object source = RequestBody.read(in, RequestBody.SINGLE_LIMIT).object().get("rule");
        if (!(source instanceof String rule)) {
            throw new InvalidRecord(FieldError.of("/rule", source == null ? "required" : "type.text"));
        }
        return Answer.ok(json(tried(rule))).toResponse().build();
    }

    private RulePreview tried(String rule) {
        try {
            return classification.preview(rule);
        } catch (InvalidRule e) {
            Locale locale = locale();
            throw new InvalidRecord(e.problems().stream()
                    .map(problem -> FieldError.of(
                            "/rule", "rule.wrong", problem.line(), problem.column(), problem.message(locale)))
                    .toList());
        }
    }

    private Locale locale() {
        return Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Map<String, Object> json(RulePreview preview) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("holds", preview.holds());
        members.put("asked", preview.asked());
        members.put(
                "sample",
                preview.sample().stream()
                        .map(match -> Map.of("id", match.id(), "name", match.name()))
                        .toList());
        return members;
    }
}
