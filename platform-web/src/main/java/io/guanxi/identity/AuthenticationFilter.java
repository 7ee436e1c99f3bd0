package io.guanxi.identity;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.log.Trace;
import io.guanxi.kernel.support.SupportVisit;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Stands before everything the product serves: gives each request its trace id and its caller, or turns it away.
 *
 * <p>Registered by {@link io.guanxi.web.request.RequestFilters}, since the order of annotated filters is open.
 */
public class AuthenticationFilter extends HttpFilter {

    /** Request attribute with the trace id; also there when nobody is logged in. */
    public static final String TRACE_ID = "guanxi.traceId";

    /** Request attribute with the inner id of the person's session by which the request comes. */
    static final String SESSION = "guanxi.session";

    /** Request attribute: whether that session began with a second factor. */
    static final String TWOFOLD = "guanxi.twofold";

    private static final String CALLER = "guanxi.caller";

    /** Methods that change nothing; whatever else a page of another site makes a browser send is turned away. */
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Inject
    private transient ApiGate api;

    @Inject
    private transient PageGate pages;

    @Inject
    private transient LogIn logIn;

    @Inject
    private transient LogOut logOut;

    @Inject
    private transient Visitors visitors;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            again(request, response, chain);
            return;
        }
        String traceId = TraceId.of(request.getHeader("traceparent"));
        request.setAttribute(TRACE_ID, traceId);
        response.setHeader(TraceId.HEADER, traceId);
        String path = path(request);
        try (Trace.Scope trace = Trace.enter(traceId)) {
            pass(path, traceId, request, response, chain);
        }
    }

    private void pass(
            String path, String traceId, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean isApi = path.equals("/api") || path.startsWith("/api/");
        if (!isApi && !READING.contains(request.getMethod()) && visitors.isFromElsewhere(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!handled(path, request, response)) {
            if (PublicPaths.contains(path) && request.getParameter("pfdrid") == null) {
                chain.doFilter(request, response);
            } else if (isApi) {
                api.pass(request, response, chain, traceId);
            } else {
                pages.pass(request, response, chain, path, traceId);
            }
        }
    }

    /** Goes on as the caller, and leaves nothing bound to the thread. */
    static void proceed(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(CALLER, caller);
        try (CallContext.Scope origin = CallOrigin.enter(origin(request));
                CallContext.Scope scope = CallContext.enter(caller)) {
            chain.doFilter(request, response);
        }
    }

    /** Turns a caller away who is somebody here, with the reason on the error page. */
    static void refuse(Caller caller, DomainException reason, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(CALLER, caller);
        request.setAttribute(AdminServlet.FAILURE, reason);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** Where the request comes from, as the filters before have made it known. */
    static CallOrigin origin(HttpServletRequest request) {
        boolean isApi = path(request).startsWith("/api/");
        CallOrigin origin = CallOrigin.request(
                isApi ? CallOrigin.Channel.API : CallOrigin.Channel.PAGE,
                request.getRemoteAddr(),
                request.getHeader("User-Agent"));
        CallOrigin known = request.getAttribute(SESSION) instanceof Long session
                ? origin.in(session, Boolean.TRUE.equals(request.getAttribute(TWOFOLD)))
                : origin;
        return SupportVisit.find().map(known::actedBy).orElse(known);
    }

    /** An error page is shown to whoever the failed request was let in as. */
    private static void again(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(CALLER) instanceof Caller caller) {
            proceed(caller, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean handled(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (path) {
            case LogIn.CALLBACK -> logIn.finish(request, response);
            case LogOut.DONE -> visitors.send(response, Visitors.HOME);
            case LogOut.BACKCHANNEL -> logOut.atKeycloak(request, response);
            case LogOut.PATH -> {
                if (visitors.isFromElsewhere(request)) {
                    response.sendError(HttpServletResponse.SC_FORBIDDEN);
                } else {
                    logOut.here(request, response);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The path as the container understood it, decoded and without path parameters: what it will dispatch by. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
