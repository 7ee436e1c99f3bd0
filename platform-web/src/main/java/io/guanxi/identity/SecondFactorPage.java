package io.guanxi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guanxi.tenantadmin.identity.KeycloakLogIns;
import io.guanxi.tenantadmin.identity.ProvisioningFailed;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** The page that leads to a second factor: to set one up, or to log in with the one that is there. */
@Named("secondFactorPage")
@RequestScoped
public class SecondFactorPage {

    private static final Logger LOG = System.getLogger(SecondFactorPage.class.getName());

    @Inject
    private HttpServletRequest request;

    @Inject
    private IdentityTexts texts;

    @Inject
    private EntryRules rules;

    @Inject
    private KeycloakLogIns keycloak;

    private SignedIn signedIn;
    private Optional<Instant> missing;
    private boolean thereIsOne;

    @PostConstruct
    void openSecondFactor() {
        signedIn = SignedIn.in(request).orElseThrow();
        missing = rules.missingFactor(signedIn.tenantId(), signedIn.who());
        thereIsOne = hasOne();
    }

    private boolean hasOne() {
        try {
            return keycloak.hasSecondFactor(signedIn.who().subject());
        } catch (ProvisioningFailed away) {
            LOG.log(Level.WARNING, "It cannot be told whether somebody has a second factor", away);
            return false;
        }
    }

    /** Whether the session began with a second factor. */
    public boolean isDone() {
        return signedIn.who().isTwofold();
    }

    /** Whether the person has one, which this session did not begin with. */
    public boolean isThere() {
        return thereIsOne && !isDone();
    }

    /** What is to be done in a sentence. */
    public String getText() {
        if (isDone()) {
            return texts.of("factor.done");
        }
        return texts.of(isThere() ? "factor.there" : "factor.none");
    }

    /** What the company asks; empty when it asks for nothing. */
    public String getAsked() {
        if (missing.isEmpty()) {
            return "";
        }
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC)
                .format(missing.get());
        return isWaiting()
                ? new MessageFormat(texts.of("factor.from"), locale).format(new Object[] {day})
                : texts.of("factor.asked");
    }

    /** Whether it may be put off. */
    public boolean isWaiting() {
        return missing.filter(from -> from.isAfter(Instant.now())).isPresent();
    }

    public String getNext() {
        String next = request.getParameter("next");
        return next == null ? Visitors.HOME : next;
    }

    /** Where to set one up, and to come back here then. */
    public String getSetUpHref() {
        return signIn("factor", SecondFactorServlet.PATH + "?next=" + URLEncoder.encode(getNext(), UTF_8));
    }

    /** Where to log in with it. */
    public String getLogInHref() {
        return signIn("again", getNext());
    }

    private String signIn(String how, String next) {
        return request.getContextPath() + SignInServlet.PATH + "?" + how + "=true&next="
                + URLEncoder.encode(next, UTF_8);
    }
}
