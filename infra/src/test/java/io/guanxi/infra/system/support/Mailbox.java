package io.guanxi.infra.system.support;

import io.guanxi.infra.settings.Setting;
import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Somebody's mails, read from the mail catcher. */
public final class Mailbox {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final RunningSystem system;
    private final String address;

    public Mailbox(RunningSystem system, String address) {
        this.system = system;
        this.address = address;
    }

    /** A mail: its subject, its plain text, and its HTML where it has some. */
    public record Mail(String subject, String text, String html) {

        /** The first address in its text. */
        public String link() {
            Matcher link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in " + this);
            }
            return link.group();
        }
    }

    /** All mails once there are so many. */
    public List<Mail> await(int count) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> read().size() >= count);
        return read();
    }

    /** All mails that are there. */
    public List<Mail> read() {
        Properties properties = new Properties();
        properties.put("mail.imap.host", "127.0.0.1");
        properties.put("mail.imap.port", system.settings().get(Setting.IMAP_PORT));
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(address, "any");
            List<Mail> mails = new ArrayList<>();
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    mails.add(new Mail(message.getSubject(), part(message, 0), part(message, 1)));
                }
            }
            return mails;
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String part(Message message, int number) throws MessagingException, IOException {
        Object content = message.getContent();
        if (content instanceof Multipart parts) {
            BodyPart part = parts.getBodyPart(Math.min(number, parts.getCount() - 1));
            return String.valueOf(part.getContent());
        }
        return String.valueOf(content);
    }
}
