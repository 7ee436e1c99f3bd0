package io.guanxi.tenantadmin.proof;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page about the isolation of companies. */
@WebServlet(name = "isolation-proof", urlPatterns = ProofPage.ADDRESS)
public class ProofServlet extends AdminServlet {

    public ProofServlet() {
        super("/pages/admin/isolation.xhtml", Feature.ADMINISTER);
    }
}
