package io.guanxi.tenantadmin.closing;

import io.guanxi.kernel.closing.Closing;
import io.guanxi.kernel.closing.ErasureCertificate;
import io.guanxi.kernel.closing.ErasureCertificates;
import io.guanxi.kernel.closing.ErasureLedger;
import io.guanxi.kernel.mail.Letter;
import io.guanxi.kernel.mail.MailNotSent;
import io.guanxi.kernel.mail.Mailer;
import io.guanxi.kernel.object.Labels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes to who closed a company: at once, before its data is erased, and with the certificate; in the owner's language. */
@ApplicationScoped
public class ClosingMails {

    private static final Logger LOG = Logger.getLogger(ClosingMails.class.getName());

    private static final String BUNDLE = "io.guanxi.tenantadmin.messages";

    /** So long before the end the owner is written to again. */
    static final Duration REMINDER = Duration.ofDays(7);

    /** A mail server that has not taken the last mail for so long will not: the address is forgotten. */
    private static final Duration LAST_TRIES = Duration.ofDays(7);

    @Inject
    private ErasureLedger ledger;

    @Inject
    private ErasureCertificates certificates;

    @Inject
    private Mailer mailer;

    @Inject
    @ConfigProperty(name = "guanxi.public.url")
    private String publicUrl;

    /** Sends what is to be sent; what fails is tried again at the next call. */
    void send() {
        for (Closing one : ledger.untold()) {
            if (sent(one, letter(one, "closed"))) {
                ledger.told(one.tenantId());
            }
        }
        for (Closing one : ledger.unreminded(REMINDER)) {
            if (sent(one, letter(one, "soon"))) {
                ledger.reminded(one.tenantId());
            }
        }
        for (Closing one : ledger.certified()) {
            ErasureCertificate certificate =
                    certificates.ofTenant(one.tenantId()).orElseThrow();
            boolean isLate = certificate.erasedAt().plus(LAST_TRIES).isBefore(Instant.now());
            if (sent(one, erased(one, certificate)) || isLate) {
                ledger.finished(one.tenantId());
            }
        }
    }

    private boolean sent(Closing to, Letter letter) {
        try {
            mailer.send(to.ownerEmail(), letter);
            return true;
        } catch (MailNotSent later) {
            // Without the cause: mail servers name the address in what they say.
            LOG.warning(() -> "a mail about the closing of tenant " + to.tenantId() + " waits");
            return false;
        }
    }

    private Letter letter(Closing to, String kind) {
        String key = "closing.mail." + kind + ".";
        return new Letter(
                to.locale(),
                text(to, key + "subject", to.company()),
                List.of(
                        text(to, key + "text", to.company(), date(to, to.eraseAt()), to.ownerName()),
                        text(to, key + "more")),
                text(to, "closing.mail.button"),
                publicUrl + ClosingPage.ADDRESS,
                List.of(text(to, "closing.mail.end")));
    }

    private Letter erased(Closing to, ErasureCertificate certificate) {
        List<String> seals = new ArrayList<>();
        seals.add(text(to, "closing.mail.erased.seal", certificate.id(), certificate.digest(), certificate.seal()));
        seals.add(certificate.content());
        return new Letter(
                to.locale(),
                text(to, "closing.mail.erased.subject", to.company()),
                List.of(text(
                        to,
                        "closing.mail.erased.text",
                        to.company(),
                        date(to, certificate.erasedAt()),
                        certificate.total())),
                text(to, "closing.mail.erased.button"),
                publicUrl,
                seals);
    }

    private static String date(Closing to, Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(to.locale())
                .withZone(to.zone())
                .format(time);
    }

    private static String text(Closing to, String key, Object... args) {
        return new MessageFormat(Labels.text(BUNDLE, key, to.locale()), to.locale()).format(args);
    }
}
