package io.guanxi.tenantadmin.people;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of a tenant's people. */
@WebServlet(name = "people", urlPatterns = "/app/admin/people")
public class PeopleServlet extends AdminServlet {

    public PeopleServlet() {
        super("/pages/admin/people.xhtml", Feature.ADMINISTER);
    }
}
