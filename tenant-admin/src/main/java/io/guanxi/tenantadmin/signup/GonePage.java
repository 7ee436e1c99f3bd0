package io.guanxi.tenantadmin.signup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Says why a link is of no use. */
@Named("gonePage")
@RequestScoped
public class GonePage {

    @Inject
    private HttpServletRequest request;

    /** {@code expired} or {@code used}. */
    public String getReason() {
        return (String) request.getAttribute(CompanyServlet.REASON);
    }
}
