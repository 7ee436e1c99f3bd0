package io.guanxi.tenantadmin.sessions;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.tenantadmin.page.AdminServlet;
import io.guanxi.tenantadmin.people.TenantPeople;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The address of the page of a person's sessions. */
@WebServlet(name = "person-sessions", urlPatterns = PersonSessionsPage.ADDRESS)
public class PersonSessionsServlet extends AdminServlet {

    @Inject
    private transient AccessPolicy access;

    @Inject
    private transient TenantPeople people;

    public PersonSessionsServlet() {
        super("/pages/admin/sessions.xhtml", Feature.ADMINISTER);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (access.allows(Feature.ADMINISTER) && !isThere(request.getParameter(PersonSessionsPage.PERSON))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            super.service(request, response);
        }
    }

    private boolean isThere(String person) {
        try {
            people.require(person);
            return true;
        } catch (RecordNotFound nobody) {
            return false;
        }
    }
}
