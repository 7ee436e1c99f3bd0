package io.guanxi.integrations.rest.customers;

import io.guanxi.integrations.rest.ChangesNothing;
import io.guanxi.integrations.rest.idempotency.Answer;
import io.guanxi.integrations.rest.problems.Languages;
import io.guanxi.kernel.record.TagRules;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;

/** Trying the rule of a tag on the newest records of an object. */
@Path("/v1/tags/preview")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TagRuleTrialResource {

    @Inject
    private TagRules rules;

    @Context
    private HttpHeaders headers;

    @POST
    @ChangesNothing
    public Response preview(InputStream in) {
        Map<String, Object> body = RuleTrials.body(in);
        String object = RuleTrials.text(body, "ruleObject");
        String rule = RuleTrials.text(body, "rule");
        Locale locale = Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Answer.ok(RuleTrials.tried(() -> rules.preview(object, rule), locale))
                .toResponse()
                .build();
    }
}
