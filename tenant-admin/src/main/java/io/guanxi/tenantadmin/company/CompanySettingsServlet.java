package io.guanxi.tenantadmin.company;

import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.company.Logo;
import io.guanxi.tenantadmin.page.AdminServlet;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;

/** The address of the page about the company. A picture that is larger than it may be is still read, to say so. */
@WebServlet(name = "company", urlPatterns = CompanySettingsPage.ADDRESS)
@MultipartConfig(
        fileSizeThreshold = 2 * Logo.LARGEST,
        maxFileSize = 40L * Logo.LARGEST,
        maxRequestSize = 41L * Logo.LARGEST)
public class CompanySettingsServlet extends AdminServlet {

    public CompanySettingsServlet() {
        super("/pages/admin/company.xhtml", Feature.ADMINISTER);
    }
}
