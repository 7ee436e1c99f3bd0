package io.guanxi.tenantadmin.provider;

import io.guanxi.kernel.access.Feature;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page of a company's own identity provider. */
@WebServlet(name = "identity-provider", urlPatterns = ProviderPage.ADDRESS)
@MultipartConfig(maxFileSize = 1024 * 1024, maxRequestSize = 2 * 1024 * 1024)
public class ProviderServlet extends AdminServlet {

    public ProviderServlet() {
        super("/pages/admin/identity-provider.xhtml", Feature.ADMINISTER);
    }
}
