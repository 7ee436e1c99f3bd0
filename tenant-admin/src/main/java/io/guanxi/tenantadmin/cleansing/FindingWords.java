package io.guanxi.tenantadmin.cleansing;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.cleansing.FindingKind;
import io.guanxi.kernel.cleansing.FindingStatus;
import io.guanxi.kernel.cleansing.FindingView;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Findings in words. */
@ApplicationScoped
public class FindingWords {

    @Inject
    private ObjectRegistry objects;

    /** A line of the page; an object that is gone since has none of its words. */
    FindingLine line(FindingView finding, String application) {
        Optional<ObjectDescriptor> object = objects.find(finding.object());
        String list = application + "/app/" + object.map(ObjectDescriptor::path).orElse("");
        boolean isOpen = finding.status() == FindingStatus.OPEN;
        boolean isTwin = finding.kind() == FindingKind.DUPLICATE;
        return new FindingLine(
                finding.id(),
                finding.title().isEmpty() ? Texts.of("cleansing.untitled") : finding.title(),
                list + "/" + finding.record(),
                object.map(one -> Labels.singular(one, Texts.locale())).orElse(finding.object()),
                object.map(one -> found(one, finding)).orElse(""),
                proposal(finding),
                finding.isAcceptable(),
                isOpen,
                Texts.of(isTwin ? "cleansing.merge" : "cleansing.edit"),
                isTwin
                        ? list + "/merge?ids=" + finding.record() + "+" + finding.other()
                        : list + "/" + finding.record() + "/edit" + anchor(finding),
                isOpen ? "" : status(finding),
                colour(finding.status()));
    }

    private static String anchor(FindingView finding) {
        return finding.field().isEmpty() ? "" : "#field-" + finding.field().replace('.', '_');
    }

    private String found(ObjectDescriptor object, FindingView finding) {
        String field = object.find(finding.field())
                .map(one -> Labels.field(object, one, Texts.locale()))
                .orElse(finding.field());
        return switch (finding.kind()) {
            case DUPLICATE -> Texts.of("cleansing.found.duplicate", finding.otherTitle(), finding.found());
            case EMAIL, PHONE -> Texts.of("cleansing.found.wrong", field, finding.found());
            case MISSING -> Texts.of("cleansing.found.missing", field);
            case STALE -> stale(finding);
        };
    }

    private String stale(FindingView finding) {
        String changed = date(Instant.parse(finding.found().toString()));
        return finding.touchedAt() == null
                ? Texts.of("cleansing.found.stale.alone", changed)
                : Texts.of(
                        "cleansing.found.stale",
                        changed,
                        objects.find(finding.touchedBy())
                                .map(one -> Labels.singular(one, Texts.locale()))
                                .orElse(finding.touchedBy()),
                        date(finding.touchedAt()));
    }

    private static String proposal(FindingView finding) {
        if (finding.proposal() == null) {
            return "";
        }
        return switch (finding.kind()) {
            case STALE -> Texts.of("cleansing.proposal.archive");
            case MISSING -> Texts.of("cleansing.proposal.fill", finding.proposal());
            default -> Texts.of("cleansing.proposal.write", shown(finding.proposal()));
        };
    }

    /** A list shows the numbers or addresses in it. */
    private static String shown(Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .map(element -> (Map<?, ?>) element)
                        .map(element -> element.containsKey("number") ? element.get("number") : element.get("address"))
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "))
                : value.toString();
    }

    private static String status(FindingView finding) {
        String word = Texts.of("cleansing.status." + finding.status().word());
        return finding.outcome() == null || finding.status() != FindingStatus.REFUSED
                ? word
                : word + " "
                        + Labels.error(
                                finding.outcome(),
                                Texts.locale(),
                                finding.outcomeArgs().toArray());
    }

    private static String colour(FindingStatus status) {
        return switch (status) {
            case APPLIED, SETTLED -> "green";
            case REFUSED -> "red";
            case CHANGED -> "ochre";
            case ACCEPTED -> "blue";
            case OPEN, DISMISSED, EXPIRED -> "gray";
        };
    }

    static String date(Instant instant) {
        return shown(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), instant);
    }

    static String moment(Instant instant) {
        return shown(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), instant);
    }

    private static String shown(DateTimeFormatter format, Instant instant) {
        return format.withLocale(Texts.locale())
                .withZone(CallContext.require().zone())
                .format(instant);
    }
}
