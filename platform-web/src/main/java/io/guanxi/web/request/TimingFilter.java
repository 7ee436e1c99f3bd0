package io.guanxi.web.request;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Measures how long requests take, by route class, method and class of status, and how many are under way. */
public class TimingFilter extends HttpFilter {

    /** Without the unit the server tells nanoseconds and calls them seconds. */
    private static final Metadata TIMER = Metadata.builder()
            .withName("guanxi_requests")
            .withDescription("Requests by kind of address, method and class of status")
            .withUnit(MetricUnits.NANOSECONDS)
            .build();

    private static final String ACTIVE = "guanxi_requests_active";
    private static final int HUNDRED = 100;

    @Inject
    private transient MetricRegistry metrics;

    private final transient AtomicInteger active = new AtomicInteger();
    private final transient Map<String, Timer> timers = new ConcurrentHashMap<>();

    @Override
    public void init() {
        metrics.gauge(ACTIVE, active, AtomicInteger::get);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long begin = System.nanoTime();
        active.incrementAndGet();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            active.decrementAndGet();
            int status = answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            timer(RouteClass.of(request.getRequestURI()), method(request), status / HUNDRED)
                    .update(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private Timer timer(RouteClass route, String method, int statusClass) {
        return timers.computeIfAbsent(
                route + " " + method + " " + statusClass,
                key -> metrics.timer(
                        TIMER,
                        new Tag("route", route.name().toLowerCase(Locale.ROOT)),
                        new Tag("method", method),
                        new Tag("status", statusClass + "xx")));
    }

    /** Anybody can make up a method; figures have a handful. */
    private static String method(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE" -> request.getMethod();
            default -> "other";
        };
    }
}
