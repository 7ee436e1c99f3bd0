package io.guanxi.tenantadmin.export;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of exports of everything. */
@WebServlet(name = "tenant-export", urlPatterns = ExportPage.ADDRESS)
public class ExportServlet extends AdminServlet {

    public ExportServlet() {
        super("/pages/admin/export.xhtml", Feature.ADMINISTER);
    }
}
