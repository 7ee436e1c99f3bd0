package io.guanxi.infra.stack;

import io.guanxi.infra.mail.MailCatcher;
import io.guanxi.infra.settings.Setting;
import io.guanxi.infra.settings.Settings;
import java.time.Duration;
import java.util.Map;

/** The mail catcher. */
final class MailPart implements Part {

    private final Settings settings;
    private final Distribution distribution;

    MailPart(Settings settings, Distribution distribution) {
        this.settings = settings;
        this.distribution = distribution;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Map<Setting, Integer> ports() {
        return Map.of(
                Setting.SMTP_PORT, settings.port(Setting.SMTP_PORT),
                Setting.IMAP_PORT, settings.port(Setting.IMAP_PORT));
    }

    @Override
    public void prepare(Workbench bench) {
        // It has no files: every mail is in memory.
    }

    @Override
    public ProcessBuilder process() {
        return distribution.ownProgram(
                MailCatcher.class,
                "96m",
                "127.0.0.1",
                settings.get(Setting.SMTP_PORT),
                settings.get(Setting.IMAP_PORT));
    }

    @Override
    public boolean ready() {
        return ports().values().stream().allMatch(Ports::answers);
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(1);
    }
}
