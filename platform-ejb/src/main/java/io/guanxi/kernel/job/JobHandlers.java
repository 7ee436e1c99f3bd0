package io.guanxi.kernel.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Who does which type of job. */
@ApplicationScoped
public class JobHandlers {

    @Inject
    @Any
    private Instance<JobHandler> handlers;

    JobHandler of(String type) {
        return handlers.stream().filter(h -> h.type().equals(type)).findFirst().orElseThrow();
    }
}
