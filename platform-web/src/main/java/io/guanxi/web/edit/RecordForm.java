package io.guanxi.web.edit;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.DuplicateValue;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.error.StaleRecord;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.layout.LayoutBook;
import io.guanxi.kernel.layout.LayoutSection;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ListMembers;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.NewRecords;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.RecordPicker;
import io.guanxi.web.shell.Texts;
import io.guanxi.web.shell.Toast;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.omnifaces.util.Faces;

/** A new record or changes to one, from the first keystroke to saving. Only fields that were changed are sent. */
@Named("form")
@ViewScoped
public class RecordForm implements Serializable {

    @Inject
    private Here here;

    @Inject
    private NewRecords newRecords;

    @Inject
    private RecordService records;

    @Inject
    private RecordPicker picker;

    @Inject
    private LayoutBook layouts;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Tenants tenants;

    @Inject
    private FieldValues values;

    @Inject
    private FormErrors errors;

    @Inject
    private Conflicts conflicts;

    @Inject
    private Lookalikes lookalikes;

    @Inject
    private Toast toast;

    @Inject
    private Texts texts;

    @Inject
    private HttpServletRequest request;

    private final Map<String, FieldInput> inputs = new LinkedHashMap<>();
    private final Map<String, Object> base = new LinkedHashMap<>();
    private final Map<String, String> baseLabels = new LinkedHashMap<>();
    private List<LayoutSection> sections = List.of();
    private String title = "";
    private String country = "";
    private long version;

    /** A type of record to begin with. */
    public record TypeChoice(String label, String href, boolean current) {}

    @PostConstruct
    void open() {
        ObjectDescriptor object = here.object();
        policy.require(object, isNew() ? Operation.CREATE : Operation.UPDATE);
        object.editableFields().forEach(f -> inputs.put(f.name(), new FieldInput(f, values.formats())));
        Tenant tenant = tenants.find(CallContext.require().tenantId()).orElseThrow();
        country = tenant.country();
        if (isNew()) {
            suggest(object, tenant);
        } else {
            load(records.require(object.name(), here.getId()));
        }
        sections = layouts.of(object, values()).sections();
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        inputs.forEach((name, input) -> values.put(name, input.external()));
        return values;
    }

    public boolean isNew() {
        return here.getId().isEmpty();
    }

    /** A new record belongs to whoever makes it, in the company's currency, and to the record it was started from. */
    private void suggest(ObjectDescriptor object, Tenant tenant) {
        for (FieldDescriptor field : object.editableFields()) {
            FieldInput input = inputs.get(field.name());
            String given = request.getParameter(field.name());
            if (field.type() == FieldType.MEMBER) {
                input.fill(
                        RecordId.format(CallContext.require().memberId()),
                        CallContext.require().name());
            } else if (field.type() == FieldType.MONEY) {
                input.setCurrency(tenant.currency());
            } else if (given != null && field.options().contains(given)) {
                input.fill(given, null);
            } else if (field.type() == FieldType.REFERENCE && given != null) {
                input.fill(given, picker.title(field.reference(), given));
            } else if (field.isCustom() && field.custom().defaultValue() != null) {
                input.fill(field.custom().defaultValue(), null);
            }
        }
    }

    /** Takes a record as what is being changed. */
    void load(RecordView record) {
        ObjectDescriptor object = here.object();
        version = record.version();
        title = record.text(object.titleField());
        base.clear();
        inputs.forEach((name, input) -> {
            input.fill(record.value(name), record.labels().get(name));
            base.put(name, input.external());
        });
        baseLabels.putAll(labels());
    }

    public Map<String, FieldInput> getInputs() {
        return inputs;
    }

    /** Members of a list field's elements in the order in which the reader's country writes them. */
    public List<String> members(FieldDescriptor field) {
        return field.type() != FieldType.ADDRESSES
                ? List.copyOf(ListMembers.of(field).keySet())
                : texts.locale().getLanguage().equals("zh")
                        ? List.of("label", "country", "region", "city", "line1", "line2", "postalCode")
                        : List.of("label", "line1", "line2", "postalCode", "city", "region", "country");
    }

    public String memberLabel(String member) {
        return Labels.element(member, texts.locale());
    }

    /** What the ids of a field's elements on the page are made of. */
    public static String id(String field) {
        return field.replace('.', '_');
    }

    /** One sentence beneath the input; empty when there is none. */
    public String help(FieldDescriptor field) {
        return field.isCustom() ? field.custom().help(texts.locale()) : "";
    }

    public String label(FieldDescriptor field) {
        return Labels.field(here.object(), field, texts.locale());
    }

    public String title(LayoutSection section) {
        return section.title(here.object(), texts.locale());
    }

    /** Groups of fields, as they were when the form was opened. */
    public List<LayoutSection> getSections() {
        return sections;
    }

    /** What a new record may be, when the company tells types apart; empty otherwise. */
    public List<TypeChoice> getTypes() {
        ObjectDescriptor object = here.object();
        return isNew()
                ? layouts.typeField(object).stream()
                        .flatMap(field -> field.options().stream().map(option -> choice(object, field, option)))
                        .toList()
                : List.of();
    }

    private TypeChoice choice(ObjectDescriptor object, FieldDescriptor field, String option) {
        return new TypeChoice(
                Labels.option(object, field, option, texts.locale()),
                here.href(object.path() + "/new?" + field.name() + "=" + option),
                option.equals(inputs.get(field.name()).external()));
    }

    /** Heading of the page. */
    public String getTitle() {
        return isNew() ? texts.of("form.new", here.getSingularInText()) : texts.of("form.edit", title);
    }

    public String getBackHref() {
        return isNew() ? here.getListHref() : here.href(here.getPath() + "/" + here.getId());
    }

    public void addRow(String field) {
        inputs.get(field).addRow(country);
    }

    public void removeRow(String field, int index) {
        inputs.get(field).removeRow(index);
        errors.forget(field);
    }

    /** Saves, or says at every field what is wrong, or shows what somebody else has changed meanwhile. */
    public void save() {
        errors.clear();
        Map<String, Object> typed = isNew() ? filled() : changed();
        if (!lookalikes.ask(filled(), typed.keySet(), isNew() ? null : here.getId())) {
            store();
        }
    }

    /** Saves although the record may be there already. */
    public void saveAnyway() {
        errors.clear();
        store();
    }

    /** Shows records that what was typed so far may mean. */
    public void look() {
        lookalikes.look(filled(), isNew() ? null : here.getId());
    }

    private void store() {
        ObjectDescriptor object = here.object();
        try {
            RecordView saved = isNew()
                    ? newRecords.create(object.name(), filled())
                    : records.update(object.name(), here.getId(), OptionalLong.of(version), changed());
            String name = saved.text(object.titleField());
            toast.say(isNew() ? texts.of("toast.created", name) : texts.of("toast.saved"));
            Faces.redirect(here.href(object.path() + "/" + saved.id()));
        } catch (InvalidRecord e) {
            errors.show(e.errors());
        } catch (DuplicateValue e) {
            errors.show(e);
        } catch (StaleRecord e) {
            conflicts.open(
                    object,
                    here.getId(),
                    new Conflicts.Side(base, baseLabels),
                    new Conflicts.Side(changed(), labels()));
        }
    }

    /** Goes on from the version of somebody else, with one's own values where they were chosen, and saves. */
    public void merge() {
        Map<String, Object> mine = changed();
        RecordView theirs = records.require(here.object().name(), here.getId());
        Map<String, String> labels = labels();
        load(theirs);
        mine.forEach((name, value) -> {
            if (conflicts.keepsMine(name)) {
                inputs.get(name).fill(value, labels.get(name));
            }
        });
        conflicts.close();
        store();
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        inputs.forEach((name, input) -> labels.put(name, input.label()));
        return labels;
    }

    private Map<String, Object> filled() {
        Map<String, Object> values = new LinkedHashMap<>();
        inputs.forEach((name, input) -> {
            Object value = input.external();
            if (value != null && !Boolean.FALSE.equals(value)) {
                values.put(name, value);
            }
        });
        return values;
    }

    private Map<String, Object> changed() {
        Map<String, Object> values = new LinkedHashMap<>();
        inputs.forEach((name, input) -> {
            Object value = input.external();
            if (!Objects.equals(value, base.get(name))) {
                values.put(name, value);
            }
        });
        return values;
    }
}
