package io.guanxi.tenantadmin.signup;

import io.guanxi.tenantadmin.provisioning.Provisioning;
import io.guanxi.tenantadmin.provisioning.ProvisioningLedger;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Where the link of a mail leads: the form about the company, and how far its making is. A link that is unknown, has
 * expired or has been used leads to a page that says so.
 */
@WebServlet(
        name = "sign-up-company",
        urlPatterns = {CompanyServlet.PATH, CompanyServlet.PROGRESS})
public class CompanyServlet extends PublicServlet {

    static final String PATH = "/signup/company";
    static final String PROGRESS = "/signup/progress";

    /** Request attribute that tells why a link is of no use: {@code expired} or {@code used}. */
    static final String REASON = "guanxi.signup.reason";

    @Inject
    private transient SignUps signUps;

    @Inject
    private transient ProvisioningLedger ledger;

    @Override
    protected String view(HttpServletRequest request, HttpServletResponse response) {
        Optional<SignUp> signUp = signUps.find(request.getParameter("token"));
        if (signUp.isEmpty()) {
            return gone("expired", request, response);
        }
        Optional<Provisioning> begun = ledger.findBySignUp(signUp.get().id());
        if (request.getServletPath().equals(PROGRESS) && begun.isPresent()) {
            return "/pages/signup/progress.xhtml";
        }
        return begun.filter(Provisioning::isUsable).isPresent()
                ? gone("used", request, response)
                : "/pages/signup/company.xhtml";
    }

    private static String gone(String reason, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_GONE);
        request.setAttribute(REASON, reason);
        return "/pages/signup/gone.xhtml";
    }
}
