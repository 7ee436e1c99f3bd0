package io.guanxi.web.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.layout.Layout;
import io.guanxi.kernel.layout.LayoutBook;
import io.guanxi.kernel.layout.LayoutSection;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.RelatedList;
import io.guanxi.kernel.query.Choice;
import io.guanxi.kernel.record.Completeness;
import io.guanxi.kernel.record.Merge;
import io.guanxi.kernel.record.MergeService;
import io.guanxi.kernel.record.RecordHistory;
import io.guanxi.kernel.record.RecordPermits;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.record.Unmerged;
import io.guanxi.web.edit.RecordForm;
import io.guanxi.web.format.Avatar;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.format.Shown;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.RecentRecords;
import io.guanxi.web.shell.Texts;
import io.guanxi.web.shell.Toast;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.omnifaces.util.Faces;

/** The record that an address names. */
@Named("record")
@RequestScoped
public class RecordSheet {

    /** Missing fields that are named. */
    private static final int MOST_GAPS = 5;

    @Inject
    private RecordPermits permits;

    @Inject
    private Here here;

    @Inject
    private RecordService records;

    @Inject
    private MergeService merges;

    @Inject
    private RecordHistory history;

    @Inject
    private LayoutBook layouts;

    @Inject
    private RecentRecords recent;

    @Inject
    private AccessPolicy policy;

    @Inject
    private FieldValues values;

    @Inject
    private Toast toast;

    @Inject
    private Texts texts;

    private ObjectDescriptor object;
    private RecordView view;
    private Optional<Merge> merge = Optional.empty();
    private Layout layout;
    private boolean editable;
    private boolean deletable;
    private Optional<Completeness> completeness = Optional.empty();

    /** A field with its label, ready to be read. */
    public record Fact(String label, Shown value) {}

    /** A field that is missing and where to fill it in. */
    public record Gap(String label, String href) {}

    /** A titled group of facts; empty fields are left out. */
    public record Facts(String label, List<Fact> facts) {}

    @PostConstruct
    void read() {
        object = here.object();
        view = records.require(object.name(), here.getId());
        layout = layouts.of(object, view.values());
        editable = permits.mayChange(object.name(), view.id());
        deletable = permits.mayDelete(object.name(), view.id());
        recent.visited(object.name(), view.id());
        merge = merges.last(object.name(), view.id());
        completeness = object.isMeasured() ? Completeness.of(object, view::value) : Optional.empty();
    }

    /** What was merged into the record and can be taken apart again, in a sentence; empty when there is nothing. */
    public String getMergeNotice() {
        return merge.map(one -> texts.of(
                        "merge.notice",
                        String.join(
                                ", ", one.others().stream().map(Choice::label).toList()),
                        values.formats().ago(one.madeAt(), Instant.now())))
                .orElse("");
    }

    /** Takes the last merge apart and says what could not be as it was. */
    public void unmerge() {
        Unmerged done = merges.unmerge(object.name(), view.id());
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.of("merge.undone", done.restored().size()));
        if (!done.kept().isEmpty()) {
            sentences.add(texts.of(
                    "merge.kept",
                    String.join(
                            ", ",
                            done.kept().stream()
                                    .flatMap(field -> object.find(field).stream())
                                    .map(field -> Labels.field(object, field, texts.locale()))
                                    .toList())));
        }
        if (done.keptMoves() > 0) {
            sentences.add(texts.of("merge.keptMoves", done.keptMoves()));
        }
        toast.say(String.join(" ", sentences));
        Faces.redirect(here.address());
    }

    /** How complete the record is, in percent; empty when its object is not measured. */
    public String getScore() {
        return completeness.map(one -> String.valueOf(one.score())).orElse("");
    }

    /** What is missing, the most important first, each with the place of the form where it can be filled in. */
    public List<Gap> getGaps() {
        return completeness.map(Completeness::missing).orElse(List.of()).stream()
                .limit(MOST_GAPS)
                .map(field -> new Gap(
                        Labels.field(object, field, texts.locale()),
                        getEditHref() + "#field-" + RecordForm.id(field.name())))
                .toList();
    }

    /** How many more fields are missing than are named. */
    public int getMoreGaps() {
        return Math.max(0, completeness.map(one -> one.missing().size()).orElse(0) - MOST_GAPS);
    }

    public String getTitle() {
        String title = view.text(object.titleField());
        return title.isEmpty() ? texts.of("record.untitled") : title;
    }

    public Avatar getAvatar() {
        return Avatar.of(view.text(object.titleField()));
    }

    /** Avatars of people are round. */
    public boolean isOfPerson() {
        return object.icon().startsWith("pi-user");
    }

    /** The fields shown large; those without a value are left out. */
    public List<Fact> getKeyFigures() {
        return facts(layout.keyFigures(), true);
    }

    public List<Facts> getSections() {
        return layout.sections().stream()
                .map(s -> new Facts(s.title(object, texts.locale()), facts(shown(s), false)))
                .filter(s -> !s.facts().isEmpty())
                .toList();
    }

    private List<String> shown(LayoutSection section) {
        return section.fields().stream()
                .filter(f -> !f.equals(object.titleField()))
                .toList();
    }

    private List<Fact> facts(List<String> names, boolean brief) {
        return names.stream()
                .flatMap(name -> object.find(name).stream())
                .filter(f -> view.value(f.name()) != null)
                .filter(f -> f.type() != FieldType.BOOLEAN || Boolean.TRUE.equals(view.value(f.name())))
                .map(f -> new Fact(Labels.field(object, f, texts.locale()), values.show(object, f, view, brief)))
                .filter(f -> !f.value().nothing())
                .toList();
    }

    /** Who made the record and who changed it last, with the times. */
    public List<Fact> getMarks() {
        return facts(
                List.of("createdBy", "createdAt", "updatedBy", "updatedAt", "externalSystem", "externalId"), false);
    }

    /** Native name or the like under the title; empty when the object has none. */
    public String getSubtitle() {
        return object.find("nativeName")
                .map(FieldDescriptor::name)
                .map(view::text)
                .orElse("");
    }

    /** Lists beside the record, in the order of its layout. */
    List<RelatedList> related() {
        return layout.related();
    }

    public String getEditHref() {
        return here.href(object.path() + "/" + view.id() + "/edit");
    }

    public boolean isEditable() {
        return editable;
    }

    public boolean isDeletable() {
        return deletable;
    }

    /** Why the record cannot be changed that others of its kind can; empty when it can. */
    public String getReachNotice() {
        return !editable && policy.allows(object, Operation.UPDATE) ? texts.of("record.notYours") : "";
    }

    /** The record may be put aside, or is. */
    public boolean isArchivable() {
        return object.archivable() && isEditable();
    }

    public boolean isArchived() {
        return view.archivedAt() != null;
    }

    /** Who put the record aside and when, in a sentence; empty for a record in use. */
    public String getArchiveNotice() {
        return isArchived()
                ? history.archiving(object.name(), view.id())
                        .map(entry -> texts.of(
                                "archive.notice", entry.by(), values.formats().instant(entry.at())))
                        .orElseGet(() ->
                                texts.of("archive.noticeAlone", values.formats().instant(view.archivedAt())))
                : "";
    }

    /** Puts the record aside; its page stays, and brings it back. */
    public void archive() {
        records.archive(object.name(), view.id());
        Faces.redirect(here.address());
    }

    /** Brings the record back from the archive. */
    public void unarchive() {
        records.unarchive(object.name(), view.id());
        toast.say(texts.of("archive.back", getTitle()));
        Faces.redirect(here.address());
    }

    /** Moves the record to the recycle bin and goes to the list, where it can be undone. */
    public void delete() {
        records.delete(object.name(), view.id(), OptionalLong.empty());
        toast.deleted(object.name(), List.of(view.id()), texts.of("toast.deletedOne", getTitle()));
        Faces.redirect(here.getListHref());
    }
}
