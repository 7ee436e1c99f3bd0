package io.guanxi.tenantadmin.modules;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of modules. */
@WebServlet(name = "modules", urlPatterns = ModulesPage.ADDRESS)
public class ModulesServlet extends AdminServlet {

    public ModulesServlet() {
        super("/pages/admin/modules.xhtml", Feature.ADMINISTER);
    }
}
