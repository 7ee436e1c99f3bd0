package io.guanxi.kernel.mail;

/** The mail server did not take a mail; it may be sent again later. */
public class MailNotSent extends RuntimeException {

    public MailNotSent(Throwable cause) {
        super("the mail server did not take a mail", cause);
    }
}
