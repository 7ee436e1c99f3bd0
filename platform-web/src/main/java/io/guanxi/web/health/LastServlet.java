package io.guanxi.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import org.eclipse.microprofile.health.Readiness;

/** Has no address: it is started after all other servlets, and tells that requests find them. */
@WebServlet(name = "last", loadOnStartup = Integer.MAX_VALUE)
public class LastServlet extends HttpServlet {

    @Inject
    @Readiness
    private GuanxiReadiness readiness;

    @Override
    public void init() {
        readiness.servletsHaveStarted();
    }
}
