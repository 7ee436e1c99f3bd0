package io.guanxi.infra.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The mail server of the realm, as Keycloak wants to be told it: {@code smtps} is TLS from the first byte, {@code smtp}
 * with a user is STARTTLS, because Keycloak would else send the password in the clear.
 */
public final class RealmMail {

    private static final int SMTP = 25;
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    private RealmMail() {}

    /**
     * The {@code smtpServer} of a realm.
     *
     * @param server {@code smtp://host:port} or {@code smtps://user:password@host}; percent-encoded where needed
     * @param from   address that mails come from
     */
    public static ObjectNode of(URI server, String from) {
        boolean tls = "smtps".equals(server.getScheme());
        String account = server.getRawUserInfo();
        ObjectNode mail = new ObjectMapper().createObjectNode();
        mail.put("host", server.getHost());
        mail.put("port", Integer.toString(port(server, tls, account != null)));
        mail.put("from", from);
        mail.put("fromDisplayName", "Guanxi");
        mail.put("ssl", Boolean.toString(tls));
        mail.put("starttls", Boolean.toString(!tls && account != null));
        mail.put("auth", Boolean.toString(account != null));
        if (account != null) {
            String[] parts = account.split(":", 2);
            mail.put("user", decoded(parts[0]));
            mail.put("password", parts.length > 1 ? decoded(parts[1]) : "");
        }
        return mail;
    }

    private static int port(URI server, boolean tls, boolean withAccount) {
        if (server.getPort() >= 0) {
            return server.getPort();
        }
        return tls ? SUBMISSIONS : withAccount ? SUBMISSION : SMTP;
    }

    /** A plus is a plus here, unlike in a query. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
