package io.guanxi.tenantadmin.signup;

import io.guanxi.tenantadmin.provisioning.Provisioning;
import io.guanxi.tenantadmin.provisioning.Provisioning.Step;
import io.guanxi.tenantadmin.provisioning.ProvisioningLedger;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;

/** How far the making of a company is. */
@Named("progressPage")
@RequestScoped
public class ProgressPage {

    @Inject
    private SignUps signUps;

    @Inject
    private ProvisioningLedger ledger;

    @Inject
    private HttpServletRequest request;

    private SignUp signUp;
    private Provisioning one;

    /** A part of the work. */
    public record Part(String key, boolean done) {}

    /** The servlet has seen that the link is good and the company asked for. */
    @PostConstruct
    void look() {
        signUp = signUps.find(request.getParameter("token")).orElseThrow();
        one = ledger.findBySignUp(signUp.id()).orElseThrow();
    }

    public String getName() {
        return one.name();
    }

    public String getEmail() {
        return signUp.email();
    }

    /**
     * {@code working}; {@code ready} for who comes in with a password; {@code mailed} for who has still to choose one;
     * {@code waiting} when Keycloak does not answer, or {@code refused} when an operator has to see why.
     */
    public String getState() {
        if (one.isComplete() || one.isUsable() && one.failure().isPresent()) {
            return one.ownerMailed() ? "mailed" : "ready";
        }
        return one.refused() ? "refused" : one.failure().isPresent() ? "waiting" : "working";
    }

    public List<Part> getParts() {
        return Arrays.stream(Step.values())
                .filter(step -> step != Step.REQUESTED)
                .map(step -> new Part(step.name(), one.step().compareTo(step) >= 0))
                .toList();
    }

    /** Address of the form on which a run that broke off is begun again. */
    public String getAgainHref() {
        return request.getContextPath() + CompanyServlet.PATH + "?token=" + request.getParameter("token");
    }
}
