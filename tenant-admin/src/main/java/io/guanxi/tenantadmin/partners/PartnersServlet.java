package io.guanxi.tenantadmin.partners;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of partners' programs. */
@WebServlet(name = "partners", urlPatterns = PartnersPage.ADDRESS)
public class PartnersServlet extends AdminServlet {

    public PartnersServlet() {
        super("/pages/admin/partners.xhtml", Feature.ADMINISTER);
    }
}
