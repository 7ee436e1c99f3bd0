package io.guanxi.tenantadmin.roles;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of sharing rules. */
@WebServlet(name = "sharing", urlPatterns = SharingPage.ADDRESS)
public class SharingServlet extends AdminServlet {

    public SharingServlet() {
        super("/pages/admin/sharing.xhtml", Feature.ADMINISTER);
    }
}
