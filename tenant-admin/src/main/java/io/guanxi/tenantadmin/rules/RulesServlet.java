package io.guanxi.tenantadmin.rules;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of a tenant's rules for records. */
@WebServlet(name = "rules", urlPatterns = RulesPage.ADDRESS)
public class RulesServlet extends AdminServlet {

    public RulesServlet() {
        super("/pages/admin/rules.xhtml", Feature.CUSTOMISE);
    }
}
