package io.guanxi.tenantadmin.fields;

import io.guanxi.kernel.custom.FieldDefinition;
import io.guanxi.kernel.custom.FieldDefinitions;
import io.guanxi.kernel.custom.FieldRules;
import io.guanxi.kernel.custom.FieldUses;
import io.guanxi.kernel.custom.Formulas;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.object.TenantTexts;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.ObjectTabs;
import io.guanxi.tenantadmin.page.Parameters;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.rules.RuleEditorServlet;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The page of a tenant's own fields: those of one object, and the form of one field. */
@Named("fieldsPage")
@RequestScoped
public class FieldsPage {

    static final String ADDRESS = "/app/admin/fields";

    /** They stand among the types of fields. */
    private static final List<FieldKind> COMPUTED = List.of(FieldKind.FORMULA, FieldKind.ROLL_UP, FieldKind.NUMBERING);

    private static final Set<String> DONE = Set.of("added", "changed", "removed");

    @Inject
    private FieldDefinitions definitions;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private ObjectTabs tabs;

    @Inject
    private RollUpSources sources;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private final FieldForm form = new FieldForm();
    private String object;
    private Map<String, FieldDefinition> fields;

    /** A line of the table. */
    public record Row(
            String id, String label, String name, String type, boolean required, boolean unique, String href) {}

    /** A kind of field to begin with. */
    public record Kind(String label, String explanation, String icon, String href) {}

    /** Something that uses the field; its address may be empty. */
    public record Use(String kind, String name, String href) {}

    @PostConstruct
    void open() {
        object = tabs.current().path();
        String id = Parameters.given(request, "field", "id");
        String type = Parameters.given(request, "type", "kind");
        if (!id.isEmpty()) {
            form.edit(id, require(id));
            if (request.getParameter("table") != null) {
                String[] ticks = request.getParameterValues("tick");
                form.getDependence().tick(ticks == null ? Set.of() : Set.of(ticks));
            }
        } else {
            COMPUTED.stream().filter(kind -> kind.name().equals(type)).forEach(this::begin);
            FieldRules.TYPES.stream().filter(one -> one.name().equals(type)).forEach(form::begin);
        }
    }

    /** Of what a roll-up is made is chosen first. */
    private void begin(FieldKind kind) {
        if (kind != FieldKind.ROLL_UP) {
            form.begin(kind);
            return;
        }
        sources.find(descriptor(), Parameters.given(request, "from", "source")).ifPresent(source -> {
            form.begin(kind);
            form.getRollUp().begin(source);
        });
    }

    public List<ObjectTabs.Tab> getTabs() {
        return tabs.of(ADDRESS);
    }

    public List<Row> getRows() {
        return fields().entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Row row(String id, FieldDefinition field) {
        CustomField words = new CustomField(0, field.labels(), field.help(), List.of(), null, null, null);
        return new Row(
                id,
                words.label(Texts.locale()),
                CustomField.PREFIX + field.name(),
                kind(field),
                field.required(),
                field.unique(),
                href("object=" + object + "&field=" + id));
    }

    /** What the field holds; of one that points to records, to which. */
    private String kind(FieldDefinition field) {
        String type = type(field.type());
        if (field.computation() != null) {
            return Texts.of("fields.computed", type);
        }
        return field.reference() == null
                ? type
                : objects.find(field.reference())
                        .map(target -> Texts.of("fields.pointing", type, Labels.singular(target, Texts.locale())))
                        .orElse(type);
    }

    /** What a new field may hold. */
    public List<Kind> getKinds() {
        if (isChoosingSource()) {
            return sources.of(descriptor()).stream()
                    .map(source -> new Kind(
                            source.label(),
                            Texts.of("fields.rollUp.of"),
                            "pi-objects-column",
                            href("object=" + object + "&type=" + FieldKind.ROLL_UP + "&from=" + source.key())))
                    .toList();
        }
        return Stream.concat(
                        FieldRules.TYPES.stream().map(FieldType::name),
                        COMPUTED.stream().map(FieldKind::name))
                .map(type -> new Kind(
                        Texts.of("fields.kind." + type),
                        Texts.of("fields.kind." + type + ".why"),
                        Texts.of("fields.kind." + type + ".icon"),
                        href("object=" + object + "&type=" + type)))
                .toList();
    }

    /** The kind of the field in hand, as the form sends it again. */
    public String getKind() {
        return form.isFilled() ? String.valueOf(form.getType()) : form.getKind().name();
    }

    public String getKindLabel() {
        return Texts.of("fields.kind." + getKind());
    }

    /** What a formula may give, by label. */
    public Map<String, String> getResults() {
        Map<String, String> results = new java.util.LinkedHashMap<>();
        Formulas.TYPES.forEach(type -> results.put(type(type), type.name()));
        return results;
    }

    /** Fields with one choice, by label: those that others may depend on. */
    public Map<String, String> getDeciders() {
        Map<String, String> deciders = new java.util.LinkedHashMap<>();
        ObjectDescriptor descriptor = descriptor();
        descriptor.fields().values().stream()
                .filter(field -> field.type() == FieldType.CHOICE)
                .filter(field -> !isInHand(field))
                .forEach(field -> deciders.put(Labels.field(descriptor, field, Texts.locale()), field.name()));
        return deciders;
    }

    private boolean isInHand(FieldDescriptor field) {
        return field.isCustom() && RecordId.format(field.custom().id()).equals(form.getId());
    }

    private Optional<FieldDescriptor> decider() {
        return descriptor().find(String.valueOf(form.getDependence().getOn()));
    }

    private List<String> options() {
        return decider().map(FieldDescriptor::options).orElse(List.of());
    }

    /** A row of the table of choices that go with an option. */
    public record OptionRow(String label, List<Tick> ticks) {}

    /** One place in it. */
    public record Tick(String value, String label, boolean ticked) {}

    public List<OptionRow> getTable() {
        if (!form.getDependence().isTable()) {
            return List.of();
        }
        List<CustomField.Option> choices = descriptor().fields().values().stream()
                .filter(this::isInHand)
                .flatMap(field -> field.custom().options().stream())
                .toList();
        return decider().stream()
                .flatMap(field -> field.options().stream()
                        .map(option -> new OptionRow(
                                Labels.option(descriptor(), field, option, Texts.locale()),
                                choices.stream()
                                        .map(choice -> tick(option, choice))
                                        .toList())))
                .toList();
    }

    private Tick tick(String option, CustomField.Option choice) {
        return new Tick(
                DependenceForm.tick(option, choice.value()),
                TenantTexts.in(choice.labels(), Texts.locale()),
                form.getDependence().isTicked(option, choice.value()));
    }

    /** What is summed up, as it was chosen; empty for other fields. */
    public String getSource() {
        RollUpForm rollUp = form.getRollUp();
        return rollUp.getObject() == null ? "" : rollUp.getObject() + ":" + rollUp.getBy();
    }

    public String getSourceLabel() {
        return sources.find(descriptor(), getSource())
                .map(RollUpSources.Source::label)
                .orElse(getSource());
    }

    /** What may become of many values, by label. */
    public Map<String, String> getFunctions() {
        Map<String, String> functions = new java.util.LinkedHashMap<>();
        for (Computation.Function function : Computation.Function.values()) {
            functions.put(Texts.of("fields.rollUp." + function), function.name());
        }
        return functions;
    }

    public Map<String, String> getAmounts() {
        return sources.fields(form.getRollUp().getObject());
    }

    public Map<String, String> getFilters() {
        return sources.filters(form.getRollUp().getObject(), form.getRollUp().getFilter());
    }

    public String getEditorHref() {
        return request.getContextPath() + RuleEditorServlet.ADDRESS;
    }

    public String type(FieldType type) {
        return Texts.of("fields.kind." + type);
    }

    /** Objects that a reference may point to, by name. */
    public Map<String, String> getTargets() {
        Map<String, String> targets = new java.util.LinkedHashMap<>();
        objects.all().forEach(one -> targets.put(Labels.singular(one, Texts.locale()), one.name()));
        return targets;
    }

    /** Whether kinds are offered instead of the form of a field. */
    public boolean isChoosing() {
        return (request.getParameter("new") != null || isChoosingSource()) && !form.isOpen();
    }

    /** Whether it is chosen of what a roll-up is made. */
    public boolean isChoosingSource() {
        return FieldKind.ROLL_UP.name().equals(request.getParameter("type")) && !form.isOpen();
    }

    public String getListHref() {
        return href("object=" + object);
    }

    public String getNewHref() {
        return href("object=" + object + "&new=");
    }

    /** What taking the field away would lose; empty while it is new. */
    public String getUses() {
        return form.getId() == null ? "" : Texts.of("fields.uses", definitions.uses(form.getId()));
    }

    /** What would have to go before the field; none while it is new. */
    public List<Use> getUsers() {
        return form.getId() == null ? List.of() : uses(definitions.usersOf(form.getId()));
    }

    /** Where the field is shown and would be taken out; none while it is new. */
    public List<Use> getPlaces() {
        return form.getId() == null ? List.of() : uses(definitions.placesOf(form.getId()));
    }

    private List<Use> uses(List<FieldUses.Use> uses) {
        return uses.stream()
                .map(use -> new Use(
                        TenantTexts.in(use.kind(), Texts.locale()),
                        use.name(),
                        use.page().isEmpty() ? "" : request.getContextPath() + use.page()))
                .toList();
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("fields.done." + done) : "";
    }

    public void save() {
        run(form.getId() == null ? "added" : "changed", () -> {
            FieldDefinition field = form.definition(descriptor().name(), options());
            if (form.getId() == null) {
                definitions.add(field);
            } else {
                definitions.change(form.getId(), field.named(require(form.getId())));
            }
        });
    }

    public void remove() {
        run("removed", () -> definitions.remove(form.getId()));
    }

    private void run(String done, Runnable change) {
        errors.submit(ADDRESS + "?object=" + object + "&done=" + done, change);
    }

    private FieldDefinition require(String id) {
        FieldDefinition field = fields().get(id);
        if (field == null) {
            throw new RecordNotFound();
        }
        return field;
    }

    private Map<String, FieldDefinition> fields() {
        if (fields == null) {
            fields = definitions.of(descriptor().name());
        }
        return fields;
    }

    private ObjectDescriptor descriptor() {
        return objects.requireByPath(object);
    }

    private String href(String query) {
        return request.getContextPath() + ADDRESS + "?" + query;
    }

    public FieldForm getForm() {
        return form;
    }

    public String getObject() {
        return object;
    }
}
