package io.guanxi.web.request;

import io.guanxi.identity.AuthenticationFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts the filters that every request passes in their order, which annotations leave open. */
@WebListener
public class RequestFilters implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        EnumSet<DispatcherType> requests = EnumSet.of(DispatcherType.REQUEST);
        add(context, "forwarded", ForwardedFilter.class, requests);
        add(context, "timing", TimingFilter.class, requests);
        add(context, "operations", OperationsFilter.class, requests);
        add(
                context,
                "authentication",
                AuthenticationFilter.class,
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    }

    /** Filters added so stand before all that annotations declare, in the order of the calls. */
    private static void add(
            ServletContext context, String name, Class<? extends Filter> filter, EnumSet<DispatcherType> dispatches) {
        var registration = context.addFilter(name, filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(dispatches, false, "/*");
    }
}
