package io.guanxi.web.edit;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.HistoryEntry;
import io.guanxi.kernel.record.RecordHistory;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.omnifaces.util.Faces;

/** Somebody else saved first: which fields both changed, who did, and which value is to stay. */
@Named("conflicts")
@ViewScoped
public class Conflicts implements Serializable {

    private static final int HISTORY = 20;

    @Inject
    private RecordService records;

    @Inject
    private RecordHistory history;

    @Inject
    private FieldValues values;

    @Inject
    private Here here;

    @Inject
    private Texts texts;

    private final List<Clash> clashes = new ArrayList<>();
    private boolean open;
    private String author = "";
    private String at = "";
    private int others;

    /** Values of fields with the names of what they point to. */
    record Side(Map<String, Object> values, Map<String, String> labels) {

        private String text(FieldValues words, ObjectDescriptor object, FieldDescriptor field) {
            return words.text(object, field, values.get(field.name()), labels.get(field.name()));
        }
    }

    /** A field that both changed to different values. */
    public static class Clash implements Serializable {

        private final String field;
        private final String label;
        private final String before;
        private final String theirs;
        private final String mine;
        private String keep = "mine";

        Clash(String field, String label, String before, String theirs, String mine) {
            this.field = field;
            this.label = label;
            this.before = before;
            this.theirs = theirs;
            this.mine = mine;
        }

        public String getField() {
            return field;
        }

        public String getLabel() {
            return label;
        }

        public String getBefore() {
            return before;
        }

        public String getTheirs() {
            return theirs;
        }

        public String getMine() {
            return mine;
        }

        /** {@code mine} or {@code theirs}. */
        public String getKeep() {
            return keep;
        }

        public void setKeep(String keep) {
            this.keep = keep;
        }
    }

    /** Compares what was read, what was typed and what is there now. */
    void open(ObjectDescriptor object, String id, Side base, Side mine) {
        clashes.clear();
        RecordView now = records.require(object.name(), id);
        base.values().forEach((name, before) -> {
            boolean changedThere = !Objects.equals(normal(object, name, now), before);
            boolean changedHere = mine.values().containsKey(name);
            if (changedThere
                    && changedHere
                    && !Objects.equals(normal(object, name, now), mine.values().get(name))) {
                clashes.add(clash(object, object.require(name), base, now, mine));
            }
        });
        others = mine.values().size() - clashes.size();
        List<HistoryEntry> entries =
                history.of(object.name(), id, null, HISTORY).entries();
        if (!entries.isEmpty()) {
            HistoryEntry last = entries.get(0);
            author = Caller.SYSTEM_NAME.equals(last.by()) ? texts.of("timeline.system") : last.by();
            at = values.formats().ago(last.at(), Instant.now());
        }
        open = true;
    }

    /** The value as a form would hold it, so that equal ones compare equal. */
    private Object normal(ObjectDescriptor object, String name, RecordView record) {
        FieldInput input = new FieldInput(object.require(name), values.formats());
        input.fill(record.value(name), null);
        return input.external();
    }

    private Clash clash(ObjectDescriptor object, FieldDescriptor field, Side base, RecordView now, Side mine) {
        return new Clash(
                field.name(),
                Labels.field(object, field, texts.locale()),
                base.text(values, object, field),
                values.text(object, field, now.value(field.name()), now.labels().get(field.name())),
                mine.text(values, object, field));
    }

    void close() {
        open = false;
    }

    /** Gives up one's own changes. */
    public void discard() {
        Faces.redirect(here.href(here.getPath() + "/" + here.getId()));
    }

    /** A field that only one side changed keeps what that side wrote. */
    boolean keepsMine(String field) {
        return clashes.stream()
                .filter(c -> c.getField().equals(field))
                .allMatch(c -> c.getKeep().equals("mine"));
    }

    public boolean isOpen() {
        return open;
    }

    public List<Clash> getClashes() {
        return clashes;
    }

    public String getTitle() {
        return texts.of("conflict.title", author, at);
    }

    /** Says how many of one's own changes are in nobody's way. */
    public String getExplanation() {
        return clashes.isEmpty() ? texts.of("conflict.none") : texts.of("conflict.text", clashes.size(), others);
    }
}
