package io.guanxi.tenantadmin.signup;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Input;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The form for the mail address. Its answer is the same whoever the address belongs to. */
@Named("signUpPage")
@RequestScoped
public class SignUpPage {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MINUTE_SECONDS = 60;

    @Inject
    private SignUps signUps;

    @Inject
    private SignUpLimits limits;

    @Inject
    private SignUpMails mails;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private String email;

    /** Has a link sent. */
    public void send() {
        List<FieldError> wrong = new ArrayList<>();
        String address = Input.email("/email", email, wrong);
        if (!wrong.isEmpty()) {
            errors.add(new InvalidRecord(wrong));
        } else if (!limits.allowsAddress(request.getRemoteAddr())) {
            refuse();
        } else {
            String mail = address.toLowerCase(Locale.ROOT);
            // Silently: whoever gets the mails has got enough of them, and who asks learns nothing.
            if (limits.allowsMail(mail)) {
                mails.soon(signUps.add(mail, Texts.locale()));
            }
            Pages.goTo(SignUpServlet.SENT);
        }
    }

    private void refuse() {
        long seconds = SignUpLimits.secondsLeft(Instant.now());
        ExternalContext answer = FacesContext.getCurrentInstance().getExternalContext();
        answer.setResponseStatus(TOO_MANY_REQUESTS);
        answer.setResponseHeader("Retry-After", Long.toString(seconds));
        errors.add(new TooManySignUps((seconds + MINUTE_SECONDS - 1) / MINUTE_SECONDS));
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
