package io.guanxi.integrations.rest.problems;

import io.guanxi.integrations.rest.json.JsonOutput;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers every failure of the API with a problem in the caller's language, and logs those that are ours. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @Inject
    private RefusalTrail refusals;

    @Override
    public Response toResponse(Throwable failure) {
        Locale locale = Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = Problems.of(failure, locale);
        String traceId = CallContext.find()
                .map(Caller::traceId)
                .orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            LOG.log(Level.SEVERE, failure, () -> "request " + traceId + " failed");
        } else if (problem.type() == ProblemType.UNAVAILABLE) {
            LOG.log(Level.WARNING, () -> "request " + traceId + " not served: " + Failures.root(failure));
        }
        if (problem.type() == ProblemType.ACCESS_DENIED) {
            refusals.tell(failure, request.getMethod(), uri.getRequestUri().getPath());
        }
        Response.ResponseBuilder answer = Response.status(problem.type().status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(JsonOutput.write(problem.json(uri.getRequestUri().getRawPath(), traceId)));
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
