package io.guanxi.tenantadmin.legal;

import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** One text in one version. */
@Named("legalPage")
@RequestScoped
public class LegalPage {

    @Inject
    private HttpServletRequest request;

    public String getTitle() {
        return text().title(getVersion(), Texts.locale());
    }

    public String getVersion() {
        return (String) request.getAttribute(LegalServlet.VERSION);
    }

    public List<LegalText.Section> getSections() {
        return text().sections(getVersion(), Texts.locale());
    }

    private LegalText text() {
        return (LegalText) request.getAttribute(LegalServlet.TEXT);
    }
}
