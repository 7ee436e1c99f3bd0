package io.guanxi.tenantadmin.fields;

import io.guanxi.kernel.custom.FieldDefinition;
import io.guanxi.kernel.custom.FieldDefinitions;
import io.guanxi.kernel.custom.FieldRules;
import io.guanxi.kernel.custom.Formulas;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.object.TenantTexts;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.ObjectTabs;
import io.guanxi.tenantadmin.page.Pages;
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
import java.util.Set;
import java.util.stream.Stream;

/** The page of a tenant's own fields: those of one object, and the form of one field. */
@Named("fieldsPage")
@RequestScoped
public class FieldsPage {

    static final String ADDRESS = "/app/admin/fields";

    /** Stands among the kinds of fields; what it gives is chosen with it. */
    private static final String FORMULA = "FORMULA";

    private static final Set<String> DONE = Set.of("added", "changed", "removed");

    @Inject
    private FieldDefinitions definitions;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private ObjectTabs tabs;

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
        } else if (type.equals(FORMULA)) {
            form.beginFormula();
        } else {
            FieldRules.TYPES.stream().filter(one -> one.name().equals(type)).forEach(form::begin);
        }
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
        CustomField words = new CustomField(0, field.labels(), field.help(), List.of(), null, null);
        return new Row(
                id,
                words.label(Texts.locale()),
                CustomField.PREFIX + field.name(),
                field.formula() == null ? type(field.type()) : Texts.of("fields.computed", type(field.type())),
                field.required(),
                field.unique(),
                href("object=" + object + "&field=" + id));
    }

    /** What a new field may hold. */
    public List<Kind> getKinds() {
        return Stream.concat(FieldRules.TYPES.stream().map(FieldType::name), Stream.of(FORMULA))
                .map(type -> new Kind(
                        Texts.of("fields.kind." + type),
                        Texts.of("fields.kind." + type + ".why"),
                        Texts.of("fields.kind." + type + ".icon"),
                        href("object=" + object + "&type=" + type)))
                .toList();
    }

    /** The kind of the field in hand, as the form sends it again. */
    public String getKind() {
        return form.isComputed() ? FORMULA : String.valueOf(form.getType());
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
        return request.getParameter("new") != null && !form.isOpen();
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
        return form.getId() == null
                ? List.of()
                : definitions.usersOf(form.getId()).stream()
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
            FieldDefinition field = form.definition(descriptor().name());
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
        try {
            change.run();
            Pages.goTo(ADDRESS + "?object=" + object + "&done=" + done);
        } catch (DomainException broken) {
            errors.add(broken);
        }
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
