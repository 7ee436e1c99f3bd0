package io.guanxi.tenantadmin.layouts;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of layouts. */
@WebServlet(name = "layouts", urlPatterns = LayoutsPage.ADDRESS)
public class LayoutsServlet extends AdminServlet {

    public LayoutsServlet() {
        super("/pages/admin/layouts.xhtml", Feature.CUSTOMISE);
    }
}
