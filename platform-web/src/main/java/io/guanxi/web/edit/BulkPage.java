package io.guanxi.web.edit;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.bulk.BulkJobs;
import io.guanxi.kernel.bulk.BulkRequest;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.Shelf;
import io.guanxi.kernel.query.RecordSelection;
import io.guanxi.kernel.record.BulkEdit;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.list.RecordList;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;

/**
 * One change to every record that a list finds. What is changed stands in the address as {@code change}: a field, or one of
 * the words below; the page asks for its new value.
 */
@Named("bulkEdit")
@ViewScoped
public class BulkPage implements Serializable {

    static final String ADD_TAGS = "add-tags";
    static final String REMOVE_TAGS = "remove-tags";
    static final String DELETE = "delete";
    static final String RESTORE = "restore";
    static final String ARCHIVE = "archive";
    static final String UNARCHIVE = "unarchive";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Here here;

    @Inject
    private RecordList list;

    @Inject
    private BulkJobs bulk;

    @Inject
    private AccessPolicy policy;

    @Inject
    private FieldValues values;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    private final Map<String, FieldInput> inputs = new HashMap<>();
    private RecordSelection selection;
    private String change = "";
    private long count;

    /** Something that may be done to the records. */
    public record Option(String value, String label, boolean chosen) {}

    @PostConstruct
    void open() {
        ObjectDescriptor object = here.object();
        selection = list.selection();
        count = bulk.count(object.name(), selection);
        String wanted = Optional.ofNullable(request.getParameter("change")).orElse("");
        List<Option> options = getOptions();
        change = options.stream()
                .map(Option::value)
                .filter(wanted::equals)
                .findFirst()
                .orElse(
                        switch (selection.shelf()) {
                            case LISTED, LIVE -> "";
                            case ARCHIVED -> UNARCHIVE;
                            case DELETED -> RESTORE;
                        });
        FieldDescriptor field = getField();
        if (field != null) {
            inputs.put(field.name(), new FieldInput(field, values.formats()));
        }
    }

    /** What the caller may do to the records. */
    public List<Option> getOptions() {
        ObjectDescriptor object = here.object();
        List<Option> options = new ArrayList<>();
        boolean deletable = policy.allows(object, Operation.DELETE);
        if (selection.shelf() == Shelf.DELETED) {
            if (deletable) {
                options.add(option(RESTORE, texts.of("bulk.restore")));
            }
            return options;
        }
        if (policy.allows(object, Operation.UPDATE)) {
            if (selection.shelf() == Shelf.ARCHIVED) {
                options.add(option(UNARCHIVE, texts.of("bulk.unarchive")));
            }
            object.editableFields().forEach(field -> {
                if (field.type() == FieldType.TAGS) {
                    options.add(option(ADD_TAGS, texts.of("bulk.addTags")));
                    options.add(option(REMOVE_TAGS, texts.of("bulk.removeTags")));
                } else if (!field.type().isList() && !field.name().equals(object.partOf())) {
                    options.add(option(field.name(), label(field)));
                }
            });
        }
        if (selection.shelf() == Shelf.LISTED && object.archivable() && policy.allows(object, Operation.UPDATE)) {
            options.add(option(ARCHIVE, texts.of("bulk.archive")));
        }
        if (deletable) {
            options.add(option(DELETE, texts.of("bulk.delete")));
        }
        return options;
    }

    private Option option(String value, String label) {
        return new Option(value, label, value.equals(change));
    }

    /** The field whose value is asked for; null when none is. */
    public FieldDescriptor getField() {
        ObjectDescriptor object = here.object();
        return change.equals(ADD_TAGS) || change.equals(REMOVE_TAGS)
                ? object.fields().values().stream()
                        .filter(field -> field.type() == FieldType.TAGS)
                        .findFirst()
                        .orElse(null)
                : object.find(change).orElse(null);
    }

    public String getChange() {
        return change;
    }

    public Map<String, FieldInput> getInputs() {
        return inputs;
    }

    public String label(FieldDescriptor field) {
        return Labels.field(here.object(), field, texts.locale());
    }

    public String help(FieldDescriptor field) {
        return field.isCustom() ? field.custom().help(texts.locale()) : "";
    }

    /** What the ids of the field's elements on the page are made of. */
    public String id(String field) {
        return RecordForm.id(field);
    }

    public boolean isNothing() {
        return count == 0;
    }

    public boolean isArchiving() {
        return change.equals(ARCHIVE);
    }

    public boolean isDeleting() {
        return change.equals(DELETE);
    }

    public String getTitle() {
        return texts.of("bulk.title", values.formats().count(count), here.getPluralInText());
    }

    /** What the button does. */
    public String getAct() {
        return switch (change) {
            case DELETE -> texts.of("bulk.do.delete", values.formats().count(count));
            case RESTORE, UNARCHIVE ->
                texts.of("bulk.do.restore", values.formats().count(count));
            case ARCHIVE -> texts.of("bulk.do.archive", values.formats().count(count));
            default -> texts.of("bulk.do", values.formats().count(count));
        };
    }

    /** Hands the work to a job, or says at the field what is wrong. */
    public void run() {
        errors.clear();
        try {
            Faces.redirect(here.href("jobs/"
                    + bulk.submit(new BulkRequest(here.object().name(), selection, edit()))
                            .id()));
        } catch (InvalidRecord e) {
            errors.show(e.errors());
        }
    }

    private BulkEdit edit() {
        return switch (change) {
            case DELETE -> BulkEdit.of(BulkEdit.Action.DELETE);
            case RESTORE -> BulkEdit.of(BulkEdit.Action.RESTORE);
            case ARCHIVE -> BulkEdit.of(BulkEdit.Action.ARCHIVE);
            case UNARCHIVE -> BulkEdit.of(BulkEdit.Action.UNARCHIVE);
            case ADD_TAGS -> new BulkEdit(BulkEdit.Action.UPDATE, Map.of(), tags(), List.of());
            case REMOVE_TAGS -> new BulkEdit(BulkEdit.Action.UPDATE, Map.of(), List.of(), tags());
            case "" -> new BulkEdit(BulkEdit.Action.UPDATE, Map.of(), List.of(), List.of());
            default ->
                new BulkEdit(
                        BulkEdit.Action.UPDATE,
                        Collections.singletonMap(change, inputs.get(change).external()),
                        List.of(),
                        List.of());
        };
    }

    private List<String> tags() {
        return inputs.values().iterator().next().getNames();
    }
}
