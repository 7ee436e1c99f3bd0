package io.guanxi.tenantadmin.audit;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the audit. */
@WebServlet(name = "audit", urlPatterns = AuditPage.ADDRESS)
public class AuditServlet extends AdminServlet {

    public AuditServlet() {
        super("/pages/admin/audit.xhtml", Feature.AUDIT);
    }
}
