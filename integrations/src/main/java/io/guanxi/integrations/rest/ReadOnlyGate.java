package io.guanxi.integrations.rest;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.TenantReadOnly;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Turns away whatever would change something while the company is read-only, unless its route says that it does not. */
@Provider
public class ReadOnlyGate implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Context
    private ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean isRefused = !READING.contains(request.getMethod())
                && CallContext.find().filter(Caller::readsOnly).isPresent()
                && !route.getResourceMethod().isAnnotationPresent(ChangesNothing.class);
        if (isRefused) {
            throw new TenantReadOnly();
        }
    }
}
