package io.guanxi.web.bench;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Adds the end points when the benchmark asks for them. */
@WebListener
public class BenchStart implements ServletContextListener {

    @Inject
    @ConfigProperty(name = "guanxi.bench", defaultValue = "false")
    private boolean wanted;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (wanted) {
            event.getServletContext()
                    .addServlet("bench", BenchServlet.class)
                    .addMapping(BenchServlet.HELLO, BenchServlet.ACCOUNT);
        }
    }
}
