package io.guanxi.kernel.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Where mails are handed in: {@code smtps} is TLS from the first byte, {@code smtp} with a user is STARTTLS and nothing
 * less, so that a password is never sent in the clear.
 */
record MailServer(URI address) {

    private static final int SMTP = 25;
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    private static final String PATIENCE_MILLIS = "15000";

    /** How to speak with it. */
    Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", address.getHost());
        properties.put("mail.smtp.port", Integer.toString(port()));
        properties.put("mail.smtp.auth", Boolean.toString(hasAccount()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(isTls()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(!isTls() && hasAccount()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(!isTls() && hasAccount()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return properties;
    }

    Session session() {
        return hasAccount() ? Session.getInstance(properties(), account()) : Session.getInstance(properties());
    }

    private Authenticator account() {
        String[] parts = address.getRawUserInfo().split(":", 2);
        PasswordAuthentication account =
                new PasswordAuthentication(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return account;
            }
        };
    }

    private boolean isTls() {
        return "smtps".equals(address.getScheme());
    }

    private boolean hasAccount() {
        return address.getRawUserInfo() != null;
    }

    private int port() {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return isTls() ? SUBMISSIONS : hasAccount() ? SUBMISSION : SMTP;
    }

    /** A plus is a plus here, unlike in a query. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
