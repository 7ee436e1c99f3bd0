package io.guanxi.web.duplicates;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.duplicate.DuplicatePair;
import io.guanxi.kernel.duplicate.DuplicateService;
import io.guanxi.kernel.duplicate.ReasonTexts;
import io.guanxi.kernel.duplicate.Score;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.MatchField;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.web.format.Avatar;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.format.Shown;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import io.guanxi.web.shell.Toast;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.omnifaces.util.Faces;

/** Pairs of records that may be one, to work through. */
@Named("duplicates")
@RequestScoped
public class DuplicatesPage {

    private static final int PAGE = 20;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Here here;

    @Inject
    private DuplicateService duplicates;

    @Inject
    private AccessPolicy policy;

    @Inject
    private FieldValues values;

    @Inject
    private Toast toast;

    @Inject
    private Texts texts;

    private DuplicateService.PairPage page;
    private List<Pair> pairs;

    /**
     * Two records side by side.
     *
     * @param certain whether they are likely one, not only possibly
     */
    public record Pair(
            String id,
            String score,
            boolean certain,
            List<String> reasons,
            List<Side> sides,
            String merge,
            String by) {}

    /** One of them, with what is compared. */
    public record Side(String title, String href, Avatar avatar, List<Fact> facts) {}

    /** A field that is compared. */
    public record Fact(String label, Shown value) {}

    private DuplicatePair.Status status() {
        return isDismissed() ? DuplicatePair.Status.DISMISSED : DuplicatePair.Status.OPEN;
    }

    /** Whether the page shows pairs that somebody has settled. */
    public boolean isDismissed() {
        return "dismissed".equals(request.getParameter("status"));
    }

    private DuplicateService.PairPage page() {
        if (page == null) {
            page = duplicates.pairs(here.object().name(), status(), request.getParameter("cursor"), PAGE);
        }
        return page;
    }

    public List<Pair> getPairs() {
        if (pairs == null) {
            ObjectDescriptor object = here.object();
            pairs = page().pairs().stream().map(pair -> pair(object, pair)).toList();
        }
        return pairs;
    }

    private Pair pair(ObjectDescriptor object, DuplicatePair pair) {
        return new Pair(
                pair.id(),
                texts.of("lookalike.score", pair.score().value()),
                pair.score().value() >= Score.LIKELY,
                pair.score().reasons().stream()
                        .map(reason -> ReasonTexts.of(object, reason, texts.locale()))
                        .toList(),
                List.of(side(object, pair.first()), side(object, pair.second())),
                here.href(object.path() + "/merge?ids=" + pair.first().id() + "+"
                        + pair.second().id()),
                pair.decidedBy() == null ? "" : texts.of("duplicates.by", pair.decidedBy()));
    }

    private Side side(ObjectDescriptor object, RecordView record) {
        String title = record.text(object.titleField());
        return new Side(
                title,
                here.href(object.path() + "/" + record.id()),
                Avatar.of(title),
                object.matching().stream()
                        .map(MatchField::field)
                        .distinct()
                        .filter(field -> !field.equals(object.titleField()))
                        .map(object::require)
                        .filter(field -> record.value(field.name()) != null)
                        .map(field -> new Fact(
                                Labels.field(object, field, texts.locale()),
                                values.show(object, field, record, true).plain()))
                        .filter(fact -> !fact.value().nothing())
                        .toList());
    }

    public String getTitle() {
        return texts.of("duplicates.title", here.getPlural());
    }

    /** Address of the next page; empty on the last. */
    public String getMoreHref() {
        return page().next()
                .map(cursor -> href(isDismissed()) + (isDismissed() ? "&" : "?") + "cursor=" + cursor)
                .orElse("");
    }

    /** Address of the pairs to decide, or of those that are settled. */
    public String href(boolean dismissed) {
        return here.getListHref() + "/duplicates" + (dismissed ? "?status=dismissed" : "");
    }

    public boolean isEditable() {
        return policy.allows(here.object(), Operation.UPDATE);
    }

    /** Merging changes one record and deletes the others. */
    public boolean isMergeable() {
        return isEditable() && policy.allows(here.object(), Operation.DELETE);
    }

    /** Begins a search through all records and shows how far it is. */
    public void scan() {
        JobView job = duplicates.scan(here.object().name());
        toast.say(texts.of("duplicates.scanned"));
        Faces.redirect(here.href("jobs/" + job.id()));
    }

    /** Remembers that the records of a pair are two. */
    public void dismiss(String pair) {
        duplicates.decide(here.object().name(), pair, DuplicatePair.Status.DISMISSED);
        toast.say(texts.of("duplicates.done"));
        Faces.redirect(here.address());
    }

    /** Puts a pair back among those to decide. */
    public void reopen(String pair) {
        duplicates.decide(here.object().name(), pair, DuplicatePair.Status.OPEN);
        toast.say(texts.of("duplicates.reopened"));
        Faces.redirect(here.address());
    }
}
