package io.guanxi.infra.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * The program that takes every mail the product sends in a trial: SMTP to put in, IMAP to look at, any address, any
 * password, in memory only.
 */
public final class MailCatcher {

    private MailCatcher() {}

    /** Arguments: address to listen on, SMTP port, IMAP port. */
    public static void main(String[] arguments) {
        String address = arguments[0];
        ServerSetup smtp = new ServerSetup(Integer.parseInt(arguments[1]), address, ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(Integer.parseInt(arguments[2]), address, ServerSetup.PROTOCOL_IMAP);
        GreenMail mail = new GreenMail(new ServerSetup[] {smtp, imap});
        mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
    }
}
