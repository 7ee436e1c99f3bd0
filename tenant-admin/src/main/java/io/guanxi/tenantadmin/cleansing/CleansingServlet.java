package io.guanxi.tenantadmin.cleansing;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of cleansing. */
@WebServlet(name = "cleansing", urlPatterns = CleansingPage.ADDRESS)
public class CleansingServlet extends AdminServlet {

    public CleansingServlet() {
        super("/pages/admin/cleansing.xhtml", Feature.CARE_FOR_DATA);
    }
}
