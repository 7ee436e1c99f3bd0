package io.guanxi.tenantadmin.closing;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page on which an owner closes the company. */
@WebServlet(name = "closing", urlPatterns = ClosingPage.ADDRESS)
public class ClosingServlet extends AdminServlet {

    public ClosingServlet() {
        super("/pages/admin/closing.xhtml", Feature.ADMINISTER);
    }
}
