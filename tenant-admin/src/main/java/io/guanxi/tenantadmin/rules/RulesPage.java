package io.guanxi.tenantadmin.rules;

import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.object.TenantTexts;
import io.guanxi.kernel.validation.ValidationRule;
import io.guanxi.kernel.validation.ValidationRules;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.ObjectTabs;
import io.guanxi.tenantadmin.page.Parameters;
import io.guanxi.tenantadmin.page.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page of a tenant's rules for records: those of one object, and the form of one rule. */
@Named("rulesPage")
@RequestScoped
public class RulesPage {

    static final String ADDRESS = "/app/admin/rules";

    private static final Set<String> DONE = Set.of("added", "changed", "removed");

    @Inject
    private ValidationRules validation;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private ObjectTabs tabs;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private final RuleForm form = new RuleForm();
    private String object;

    /** A line of the table. */
    public record Row(String name, String condition, String message, boolean active, String href) {}

    @PostConstruct
    void openRules() {
        object = tabs.current().path();
        String id = Parameters.given(request, "rule", "id");
        if (!id.isEmpty()) {
            form.edit(id, require(id));
        } else if (request.getParameter("new") != null || request.getParameter("of") != null) {
            form.begin();
        }
    }

    public List<ObjectTabs.Tab> getTabs() {
        return tabs.of(ADDRESS);
    }

    public List<Row> getRows() {
        return validation.of(descriptor().name()).entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Row row(String id, ValidationRule rule) {
        return new Row(
                rule.name(),
                rule.condition(),
                TenantTexts.in(rule.messages(), Texts.locale()),
                rule.active(),
                href("object=" + object + "&rule=" + id));
    }

    /** Fields that a message may stand at, by label. */
    public Map<String, String> getFields() {
        ObjectDescriptor descriptor = descriptor();
        Map<String, String> fields = new LinkedHashMap<>();
        for (FieldDescriptor field : descriptor.editableFields()) {
            fields.put(Labels.field(descriptor, field, Texts.locale()), field.name());
        }
        return fields;
    }

    public String getListHref() {
        return href("object=" + object);
    }

    public String getNewHref() {
        return href("object=" + object + "&new=");
    }

    public String getEditorHref() {
        return request.getContextPath() + RuleEditorServlet.ADDRESS;
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("rules.done." + done) : "";
    }

    public void save() {
        run(form.isNew() ? "added" : "changed", () -> {
            ValidationRule rule = form.rule(descriptor().name());
            if (form.isNew()) {
                validation.add(rule);
            } else {
                validation.change(form.getId(), rule);
            }
        });
    }

    public void remove() {
        run("removed", () -> validation.remove(form.getId()));
    }

    private void run(String done, Runnable change) {
        errors.submit(ADDRESS + "?object=" + object + "&done=" + done, change);
    }

    private ValidationRule require(String id) {
        ValidationRule rule = validation.of(descriptor().name()).get(id);
        if (rule == null) {
            throw new RecordNotFound();
        }
        return rule;
    }

    private ObjectDescriptor descriptor() {
        return objects.requireByPath(object);
    }

    private String href(String query) {
        return request.getContextPath() + ADDRESS + "?" + query;
    }

    public RuleForm getForm() {
        return form;
    }

    public String getObject() {
        return object;
    }

    /** Name of the object in the singular. */
    public String getObjectLabel() {
        return Labels.singular(descriptor(), Texts.locale());
    }
}
