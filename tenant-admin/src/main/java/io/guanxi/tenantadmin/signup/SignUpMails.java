package io.guanxi.tenantadmin.signup;

import io.guanxi.kernel.mail.Letter;
import io.guanxi.kernel.mail.MailNotSent;
import io.guanxi.kernel.mail.Mailer;
import io.guanxi.kernel.object.Labels;
import io.guanxi.tenantadmin.identity.KeycloakAdmin;
import io.guanxi.tenantadmin.identity.ProvisioningFailed;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Sends the links. In the background, so that whoever asked waits equally long whether the mail address is known or not:
 * that is looked up here and nowhere before.
 */
@ApplicationScoped
public class SignUpMails {

    private static final Logger LOG = Logger.getLogger(SignUpMails.class.getName());

    private static final String BUNDLE = "io.guanxi.tenantadmin.messages";

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private SignUps signUps;

    @Inject
    private SignUpSettings settings;

    @Inject
    private KeycloakAdmin keycloak;

    @Inject
    private Mailer mailer;

    /** Sends the mail as soon as there is somebody to do it. */
    public void soon(long id) {
        executor.execute(() -> send(id));
    }

    /** Sends the mail, if nobody else is doing so; what fails is tried again later. */
    void send(long id) {
        Optional<SignUp> one = signUps.take(id);
        if (one.isEmpty()) {
            return;
        }
        try {
            boolean known = keycloak.findPerson(one.get().email()).isPresent();
            String link = settings.link(
                    CompanyServlet.PATH + "?token=" + signUps.link(id).text());
            mailer.send(one.get().email(), letter(one.get(), known ? "known" : "new", link));
            signUps.mailed(id);
        } catch (ProvisioningFailed | MailNotSent later) {
            // Without the cause: mail servers name the address in what they say.
            LOG.warning(() -> "a mail about a sign-up waits: " + later.getMessage());
        }
    }

    private Letter letter(SignUp to, String kind, String link) {
        String key = "signup.mail." + kind + ".";
        return new Letter(
                to.locale(),
                text(to, key + "subject"),
                List.of(text(to, key + "text"), text(to, key + "more")),
                text(to, key + "button"),
                link,
                List.of(
                        text(to, "signup.mail.valid", SignUps.VALID.toHours()),
                        text(to, key + "end", settings.link("/app"))));
    }

    private static String text(SignUp to, String key, Object... args) {
        return new MessageFormat(Labels.text(BUNDLE, key, to.locale()), to.locale()).format(args);
    }
}
