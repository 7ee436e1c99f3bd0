package io.guanxi.integrations.rest;

import io.guanxi.billing.usage.ApiCalls;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.module.Modules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Counts calls against the plan, and turns away those to a module that the tenant does not have, whatever the route. */
@Provider
@ApplicationScoped
public class PlanGate implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String VERSION = "v1/";

    @Inject
    private ApiCalls calls;

    @Inject
    private Modules modules;

    @Inject
    private Entitlements entitlements;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (path.startsWith(VERSION) && CallContext.find().isPresent()) {
            calls.begin();
            entitlements.require(modules.ofRoute(path.substring(VERSION.length())));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        calls.end();
    }
}
