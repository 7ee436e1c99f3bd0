package io.guanxi.tenantadmin.objects;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of a tenant's objects. */
@WebServlet(name = "objects", urlPatterns = ObjectsPage.ADDRESS)
public class ObjectsServlet extends AdminServlet {

    public ObjectsServlet() {
        super("/pages/admin/objects.xhtml", Feature.CUSTOMISE);
    }
}
