package io.guanxi.tenantadmin.roles;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of teams. */
@WebServlet(name = "teams", urlPatterns = TeamsPage.ADDRESS)
public class TeamsServlet extends AdminServlet {

    public TeamsServlet() {
        super("/pages/admin/teams.xhtml", Feature.ADMINISTER);
    }
}
