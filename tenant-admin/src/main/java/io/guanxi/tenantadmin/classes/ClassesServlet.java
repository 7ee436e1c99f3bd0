package io.guanxi.tenantadmin.classes;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of customer classes. */
@WebServlet(name = "classes", urlPatterns = ClassesPage.ADDRESS)
public class ClassesServlet extends AdminServlet {

    public ClassesServlet() {
        super("/pages/admin/classes.xhtml", Feature.CUSTOMISE);
    }
}
