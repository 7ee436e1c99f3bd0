package io.guanxi.integrations.rest.problems;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The routes under {@code /problems}: public, because whoever meets a problem may read what it means. */
@ApplicationPath("/problems")
public class ProblemPages extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ProblemPageResource.class, ProblemMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
