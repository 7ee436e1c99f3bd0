package io.guanxi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.Arrays;

/** The page of somebody whose session is over. */
@Named("signInAgain")
@RequestScoped
public class SignInAgain {

    @Inject
    private HttpServletRequest request;

    @Inject
    private IdentityTexts texts;

    /** The reason in a sentence; what stands in the address is never shown itself. */
    public String getText() {
        String why = request.getParameter("why");
        EntryRefusal refusal = Arrays.stream(EntryRefusal.values())
                .filter(one -> one.word().equals(why))
                .findFirst()
                .orElse(EntryRefusal.ENDED);
        return texts.of(refusal.code());
    }

    /** Where to log in anew, even when Keycloak still knows the person, and to go on then. */
    public String getHref() {
        String next = request.getParameter("next");
        return request.getContextPath() + SignInServlet.PATH + "?again=true&next="
                + URLEncoder.encode(next == null ? Visitors.HOME : next, UTF_8);
    }
}
