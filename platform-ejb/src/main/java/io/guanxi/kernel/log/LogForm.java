package io.guanxi.kernel.log;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the server's log handlers the product's form while the application runs, and their own back afterwards. Left out
 * when {@code guanxi.log.json} is false.
 */
@ApplicationScoped
public class LogForm {

    @Inject
    @ConfigProperty(name = "guanxi.log.json", defaultValue = "true")
    private boolean wanted;

    private final Map<Handler, Form> before = new HashMap<>();

    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    Object event) {
        if (!wanted) {
            return;
        }
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            before.put(handler, new Form(handler.getFormatter(), handler.getFilter()));
            handler.setFormatter(new JsonLines());
            handler.setFilter(new ExpectedFailures(handler.getFilter()));
        }
    }

    void end(@Observes @Destroyed(ApplicationScoped.class) Object event) {
        before.forEach((handler, form) -> {
            handler.setFormatter(form.formatter());
            handler.setFilter(form.filter());
        });
    }

    private record Form(Formatter formatter, Filter filter) {}
}
