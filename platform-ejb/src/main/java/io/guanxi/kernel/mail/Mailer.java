package io.guanxi.kernel.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands mails to the mail server. */
@ApplicationScoped
public class Mailer {

    private static final String SENDER = "Guanxi";

    private MailServer server;
    private String from;

    protected Mailer() {}

    @Inject
    public Mailer(
            @ConfigProperty(name = "guanxi.smtp.url", defaultValue = "smtp://127.0.0.1") String server,
            @ConfigProperty(name = "guanxi.mail.from", defaultValue = "guanxi@localhost.localdomain") String from) {
        this.server = new MailServer(URI.create(server));
        this.from = from;
    }

    /**
     * Sends a letter to one address.
     *
     * @throws MailNotSent when the server does not take it
     */
    public void send(String to, Letter letter) {
        try {
            MimeMessage message = new MimeMessage(server.session());
            message.setFrom(new InternetAddress(from, SENDER, StandardCharsets.UTF_8.name()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setSentDate(Date.from(Instant.now()));
            // The last part is the one that is shown where it can be.
            MimeMultipart forms =
                    new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html"));
            message.setContent(forms);
            Transport.send(message);
        } catch (MessagingException | UnsupportedEncodingException failed) {
            throw new MailNotSent(failed);
        }
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), kind);
        return part;
    }
}
