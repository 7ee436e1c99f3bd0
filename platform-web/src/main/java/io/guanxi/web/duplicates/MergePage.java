package io.guanxi.web.duplicates;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.MergeRefused;
import io.guanxi.kernel.record.MergeService;
import io.guanxi.kernel.record.MergedValues;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import io.guanxi.web.shell.Toast;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.omnifaces.util.Faces;

/** Two to five records that become one, field by field. */
@Named("merging")
@ViewScoped
public class MergePage implements Serializable {

    /** The choice of a list field to which every record adds its own. */
    private static final String ALL = "all";

    @Inject
    private transient HttpServletRequest request;

    @Inject
    private Here here;

    @Inject
    private RecordService records;

    @Inject
    private MergeService merges;

    @Inject
    private AccessPolicy policy;

    @Inject
    private FieldValues values;

    @Inject
    private Toast toast;

    @Inject
    private Texts texts;

    private final List<Choice> candidates = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private String survivor;
    private long version;
    private int same;
    private String problem = "";

    /** One of several things to choose. */
    public record Choice(String value, String label) implements Serializable {}

    /** A field whose values differ. */
    public static class Row implements Serializable {

        private final String field;
        private final String label;
        private final List<Choice> choices;
        private String chosen;

        Row(String field, String label, List<Choice> choices, String chosen) {
            this.field = field;
            this.label = label;
            this.choices = choices;
            this.chosen = chosen;
        }

        public String getField() {
            return field;
        }

        public String getLabel() {
            return label;
        }

        public List<Choice> getChoices() {
            return choices;
        }

        /** Id of the record whose value is taken. */
        public String getChosen() {
            return chosen;
        }

        public void setChosen(String chosen) {
            this.chosen = chosen;
        }
    }

    @PostConstruct
    void open() {
        ObjectDescriptor object = here.object();
        policy.require(object, Operation.UPDATE);
        policy.require(object, Operation.DELETE);
        String ids = request.getParameter("ids");
        List<String> chosen = ids == null
                ? List.of()
                : Arrays.stream(ids.split("[ +]"))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList();
        if (object.matching().isEmpty() || chosen.size() < 2 || chosen.size() > MergeService.MOST) {
            return;
        }
        List<RecordView> views =
                chosen.stream().map(id -> records.require(object.name(), id)).toList();
        survivor = views.get(0).id();
        version = views.get(0).version();
        views.forEach(view -> candidates.add(new Choice(view.id(), view.text(object.titleField()))));
        object.editableFields().forEach(field -> compare(object, field, views));
    }

    private void compare(ObjectDescriptor object, FieldDescriptor field, List<RecordView> views) {
        Map<Object, RecordView> distinct = new LinkedHashMap<>();
        views.forEach(
                view -> distinct.putIfAbsent(view.value(field.name()) == null ? "" : view.value(field.name()), view));
        boolean united = MergedValues.isUnited(field);
        long filled = distinct.values().stream()
                .map(view -> view.value(field.name()))
                .filter(Objects::nonNull)
                .count();
        if (filled == 0) {
            return;
        }
        if (filled == 1) {
            same++;
            return;
        }
        List<Choice> choices = new ArrayList<>();
        if (united) {
            choices.add(new Choice(ALL, texts.of("merge.united", united(object, field, views))));
        }
        distinct.values().stream()
                .filter(view -> view.value(field.name()) != null)
                .forEach(view -> choices.add(new Choice(view.id(), said(object, field, view))));
        rows.add(new Row(
                field.name(),
                Labels.field(object, field, texts.locale()),
                choices,
                choices.get(0).value()));
    }

    /** The value and whose it is; of the title that is clear. */
    private String said(ObjectDescriptor object, FieldDescriptor field, RecordView view) {
        String value = text(object, field, view);
        return field.name().equals(object.titleField())
                ? value
                : texts.of("merge.value", value, view.text(object.titleField()));
    }

    private String united(ObjectDescriptor object, FieldDescriptor field, List<RecordView> views) {
        Object all = MergedValues.patch(object, views, Map.of())
                .getOrDefault(field.name(), views.get(0).value(field.name()));
        return values.text(object, field, all, null);
    }

    private String text(ObjectDescriptor object, FieldDescriptor field, RecordView view) {
        return values.text(
                object, field, view.value(field.name()), view.labels().get(field.name()));
    }

    /** Merges, and goes to the record that stays. */
    public void merge() {
        ObjectDescriptor object = here.object();
        Map<String, String> take = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !ALL.equals(row.getChosen()))
                .forEach(row -> take.put(row.getField(), row.getChosen()));
        List<String> others = candidates.stream()
                .map(Choice::value)
                .filter(id -> !id.equals(survivor))
                .toList();
        boolean first = survivor.equals(candidates.get(0).value());
        try {
            merges.merge(
                    object.name(), survivor, first ? OptionalLong.of(version) : OptionalLong.empty(), others, take);
            toast.say(texts.of("merge.done"));
            Faces.redirect(here.href(object.path() + "/" + survivor));
        } catch (MergeRefused e) {
            problem = Labels.error(e.code(), texts.locale(), e.args().toArray());
        } catch (InvalidRecord e) {
            problem = Labels.error(e.code(), texts.locale(), e.args().toArray());
        }
    }

    public boolean isReady() {
        return !candidates.isEmpty();
    }

    public String getTitle() {
        return texts.of("merge.title", here.getPluralInText());
    }

    public List<Choice> getCandidates() {
        return candidates;
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Id of the record that stays. */
    public String getSurvivor() {
        return survivor;
    }

    public void setSurvivor(String survivor) {
        this.survivor = survivor;
    }

    /** How many fields need no choice, in a sentence. */
    public String getSame() {
        return rows.isEmpty() ? texts.of("merge.nothing") : texts.of("merge.same", same);
    }

    public String getSave() {
        return texts.of("merge.save", candidates.size());
    }

    /** Why the records could not be merged; empty when they could. */
    public String getProblem() {
        return problem;
    }
}
