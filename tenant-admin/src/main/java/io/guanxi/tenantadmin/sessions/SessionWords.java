package io.guanxi.tenantadmin.sessions;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.CallOrigin;
import io.guanxi.kernel.session.Device;
import io.guanxi.kernel.session.PersonSession;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Sessions in the words of people. */
@Named("sessionWords")
@ApplicationScoped
public class SessionWords {

    /** Browser and system, or what is known of them. */
    public String device(PersonSession session) {
        Device device = session.device();
        if (device.browser().isEmpty() && device.system().isEmpty()) {
            return Texts.of("sessions.unknown");
        }
        return device.browser().isEmpty() || device.system().isEmpty()
                ? device.browser() + device.system()
                : Texts.of("sessions.device", device.browser(), device.system());
    }

    public String icon(PersonSession session) {
        if (session.channel() == CallOrigin.Channel.API) {
            return "pi-code";
        }
        return switch (session.device().system()) {
            case "iOS", "Android", "HarmonyOS" -> "pi-mobile";
            case "iPadOS" -> "pi-tablet";
            default -> "pi-desktop";
        };
    }

    public String channel(PersonSession session) {
        return Texts.of("sessions.channel." + session.channel().name());
    }

    public String address(PersonSession session) {
        return session.address().orElse("–");
    }

    public String since(PersonSession session) {
        return format(session.beganAt());
    }

    public String used(PersonSession session) {
        return format(session.usedAt());
    }

    /** Name of the button that ends it, for those who cannot see where it stands. */
    public String end(PersonSession session) {
        return Texts.of("sessions.end.of", device(session), since(session));
    }

    private static String format(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.locale())
                .withZone(CallContext.require().zone())
                .format(time);
    }
}
