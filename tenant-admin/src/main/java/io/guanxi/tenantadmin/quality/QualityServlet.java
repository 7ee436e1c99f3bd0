package io.guanxi.tenantadmin.quality;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of completeness. */
@WebServlet(name = "quality", urlPatterns = QualityPage.ADDRESS)
public class QualityServlet extends AdminServlet {

    public QualityServlet() {
        super("/pages/admin/quality.xhtml", Feature.CARE_FOR_DATA);
    }
}
