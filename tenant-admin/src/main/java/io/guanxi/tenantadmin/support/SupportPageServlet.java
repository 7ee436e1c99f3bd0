package io.guanxi.tenantadmin.support;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of support access. */
@WebServlet(name = "support-access", urlPatterns = SupportPage.ADDRESS)
public class SupportPageServlet extends AdminServlet {

    public SupportPageServlet() {
        super("/pages/admin/support.xhtml", Feature.ADMINISTER);
    }
}
