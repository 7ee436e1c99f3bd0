package io.guanxi.tenantadmin.roles;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of roles. */
@WebServlet(name = "roles", urlPatterns = RolesPage.ADDRESS)
public class RolesServlet extends AdminServlet {

    public RolesServlet() {
        super("/pages/admin/roles.xhtml", Feature.ADMINISTER);
    }
}
