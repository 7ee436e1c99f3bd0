package io.guanxi.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The page that asks for a mail address to find somebody's company by. */
@Named("companySignIn")
@RequestScoped
public class CompanySignInPage {

    @Inject
    private HttpServletRequest request;

    /** What was entered and leads nowhere; empty when nothing was entered yet. */
    public String getEmail() {
        Object email = request.getAttribute(CompanySignInServlet.NOT_FOUND);
        return email == null ? "" : email.toString();
    }

    /** Whether an address was entered for which there is no provider. */
    public boolean isNotFound() {
        return request.getAttribute(CompanySignInServlet.NOT_FOUND) != null;
    }
}
