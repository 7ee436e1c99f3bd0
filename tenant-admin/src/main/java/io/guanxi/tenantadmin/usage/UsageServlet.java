package io.guanxi.tenantadmin.usage;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of usage. */
@WebServlet(name = "usage", urlPatterns = UsagePage.ADDRESS)
public class UsageServlet extends AdminServlet {

    public UsageServlet() {
        super("/pages/admin/usage.xhtml", Feature.ADMINISTER);
    }
}
