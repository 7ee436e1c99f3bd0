package io.guanxi.tenantadmin.fields;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of a tenant's own fields. */
@WebServlet(name = "fields", urlPatterns = FieldsPage.ADDRESS)
public class FieldsServlet extends AdminServlet {

    public FieldsServlet() {
        super("/pages/admin/fields.xhtml", Feature.CUSTOMISE);
    }
}
