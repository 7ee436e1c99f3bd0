package io.guanxi.tenantadmin.audit;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.audit.AuditFilter;
import io.guanxi.kernel.audit.AuditLine;
import io.guanxi.kernel.audit.AuditWords;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.session.Device;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries in the words of the reader, by day. */
@ApplicationScoped
public class AuditRows {

    @Inject
    private AuditWords words;

    @Inject
    private ObjectRegistry objects;

    /**
     * @param application where addresses of the product begin
     * @param audit       address of the page itself
     */
    List<AuditRow> of(List<AuditLine> lines, String application, String audit) {
        ZoneId zone = CallContext.require().zone();
        Locale locale = Texts.locale();
        DateTimeFormatter days =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone);
        List<AuditRow> rows = new ArrayList<>();
        LocalDate last = null;
        for (AuditLine line : lines) {
            LocalDate day = LocalDate.ofInstant(line.at(), zone);
            rows.add(new AuditRow(
                    day.equals(last) ? "" : days.format(day),
                    icon(line),
                    Texts.of(
                            line.title().isEmpty()
                                    ? "audit.what.plain"
                                    : line.isOfRecord() ? "audit.what" : "audit.what.area",
                            words.what(line, locale),
                            words.action(line, locale),
                            line.title()),
                    href(line, application),
                    words.by(line, locale),
                    audit + "?person=" + (line.byId() == null ? AuditFilter.PRODUCT : line.byId()),
                    line.acting() == null ? "" : Texts.of("audit.acting", line.acting()),
                    words.channel(line, locale),
                    client(line),
                    line.agent() == null ? "" : line.agent(),
                    times.format(line.at()),
                    line.at().toString(),
                    line.trace(),
                    Texts.of("audit.changes", line.changes().size()),
                    line.isOfRecord(),
                    differences(line, locale)));
            last = day;
        }
        return rows;
    }

    /** From where, and with what as far as that can be told. */
    private static String client(AuditLine line) {
        Device device = Device.of(line.agent());
        return Stream.of(line.address(), device.browser(), device.system())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private List<AuditRow.Difference> differences(AuditLine line, Locale locale) {
        return line.changes().stream()
                .map(change -> new AuditRow.Difference(
                        words.member(line, change, locale),
                        words.before(line, change, locale),
                        words.after(line, change, locale)))
                .toList();
    }

    /** A record that is gone has no page. */
    private String href(AuditLine line, String application) {
        if (!line.isOfRecord()) {
            return line.kind().equals("jobs") ? application + "/app/jobs/" + line.subject() : "";
        }
        return objects.find(line.object())
                .map(object -> application + "/app/" + object.path() + "/" + line.subject())
                .orElse("");
    }

    private static String icon(AuditLine line) {
        return switch (line.kind()) {
            case AuditFilter.RECORDS -> "pi-file-edit";
            case "people", "roles" -> "pi-users";
            case "partners" -> "pi-link";
            case "jobs" -> "pi-sync";
            case "sessions" -> "pi-sign-in";
            case "access", "security", "support" -> "pi-shield";
            case "audit" -> "pi-history";
            default -> "pi-sliders-v";
        };
    }
}
