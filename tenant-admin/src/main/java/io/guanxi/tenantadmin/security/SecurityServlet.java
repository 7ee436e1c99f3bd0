package io.guanxi.tenantadmin.security;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of a company's security. */
@WebServlet(name = "security", urlPatterns = SecurityPage.ADDRESS)
public class SecurityServlet extends AdminServlet {

    public SecurityServlet() {
        super("/pages/admin/security.xhtml", Feature.ADMINISTER);
    }
}
