package io.guanxi.integrations.rest;

import io.guanxi.integrations.rest.problems.ApiProblem;
import io.guanxi.integrations.rest.problems.ProblemType;
import io.guanxi.kernel.access.CallContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/**
 * Nobody passes into {@code /api/v1} without a caller, whatever the filter in front let through: not even to learn
 * which routes exist.
 */
@Provider
@PreMatching
public class CallerRequired implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean open = path.equals("openapi.json") || path.equals("openapi.yaml") || path.startsWith("docs");
        if (!open && CallContext.find().isEmpty()) {
            throw new ApiProblem(ProblemType.UNAUTHENTICATED, Map.of("WWW-Authenticate", "Bearer"), "caller.missing");
        }
    }
}
