package io.guanxi.web.record;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.HistoryEntry;
import io.guanxi.kernel.record.HistoryEntry.Change;
import io.guanxi.kernel.record.HistoryPage;
import io.guanxi.kernel.record.RecordHistory;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.PersonalSettings;
import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What happened to a record, newest first, a page at a time. */
@Named("timeline")
@RequestScoped
public class RecordTimeline {

    private static final int PAGE = 20;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Here here;

    @Inject
    private RecordHistory history;

    @Inject
    private FieldValues values;

    @Inject
    private PersonalSettings settings;

    @Inject
    private Texts texts;

    private ObjectDescriptor object;
    private HistoryPage page;
    private List<Event> events;

    /**
     * One change.
     *
     * @param icon     PrimeIcons name
     * @param headline who did what
     * @param iso      the instant for programs
     * @param ago      how long ago
     * @param at       day and minute
     * @param day      heading over the first event of a stretch of time; empty for the others
     * @param others   records it was merged with or parted from
     */
    public record Event(
            String icon,
            String headline,
            String iso,
            String ago,
            String at,
            String day,
            List<Difference> changes,
            List<Link> others) {}

    /** A record that another was merged with. */
    public record Link(String title, String href) {}

    /** One field before and after; texts are empty when the field was. */
    public record Difference(String label, String before, String after) {}

    @PostConstruct
    void read() {
        object = here.object();
        String cursor = request.getParameter("cursor");
        page = history.of(object.name(), here.getId(), cursor, PAGE);
    }

    public List<Event> getEvents() {
        if (events == null) {
            Instant now = Instant.now();
            String[] last = {request.getParameter("cursor") == null ? "" : null};
            events = page.entries().stream()
                    .map(e -> event(e, now, heading(e.at(), now, last)))
                    .toList();
        }
        return events;
    }

    /** The first event of a following page stands under a heading of the page before. */
    private String heading(Instant at, Instant now, String[] last) {
        String heading = stretch(
                at.atZone(settings.zone()).toLocalDate(),
                now.atZone(settings.zone()).toLocalDate());
        boolean shown = last[0] == null || heading.equals(last[0]);
        last[0] = heading;
        return shown ? "" : heading;
    }

    private String stretch(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return texts.of("timeline.today");
        } else if (day.isAfter(today.minusDays(7))) {
            return texts.of("timeline.week");
        } else if (day.isAfter(today.minusDays(31))) {
            return texts.of("timeline.month");
        }
        return texts.of("timeline.year", String.valueOf(day.getYear()));
    }

    private Event event(HistoryEntry entry, Instant now, String day) {
        return new Event(
                icon(entry.action()),
                texts.of("timeline." + entry.action(), author(entry)),
                entry.at().toString(),
                values.formats().ago(entry.at(), now),
                values.formats().instant(entry.at()),
                day,
                entry.changes().stream()
                        .map(this::difference)
                        .flatMap(Optional::stream)
                        .toList(),
                entry.others().stream()
                        .map(other -> new Link(other.label(), here.href(object.path() + "/" + other.id())))
                        .toList());
    }

    private String author(HistoryEntry entry) {
        return Caller.SYSTEM_NAME.equals(entry.by()) ? texts.of("timeline.system") : entry.by();
    }

    /** Empty for fields that are gone, and for those that only repeat another one. */
    private Optional<Difference> difference(Change change) {
        FieldDescriptor field = object.find(change.field()).orElse(null);
        if (field == null || field.derivedFrom() != null) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                Labels.field(object, field, texts.locale()),
                values.text(object, field, change.before(), change.beforeLabel()),
                values.text(object, field, change.after(), change.afterLabel())));
    }

    private static String icon(HistoryEntry.Action action) {
        return switch (action) {
            case CREATED -> "pi-plus";
            case UPDATED -> "pi-pencil";
            case DELETED -> "pi-trash";
            case RESTORED, UNMERGED -> "pi-undo";
            case MERGED -> "pi-link";
        };
    }

    /** Address of the page with older changes; empty when there are none. */
    public String getOlderHref() {
        return page.next()
                .map(cursor -> here.href(object.path() + "/" + here.getId()) + "?cursor=" + cursor)
                .orElse("");
    }
}
