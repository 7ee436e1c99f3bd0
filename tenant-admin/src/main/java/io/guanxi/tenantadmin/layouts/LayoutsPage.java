package io.guanxi.tenantadmin.layouts;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.layout.LayoutDefinition;
import io.guanxi.kernel.layout.LayoutJson;
import io.guanxi.kernel.layout.LayoutKey;
import io.guanxi.kernel.layout.Layouts;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.ObjectTabs;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Parameters;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.people.RoleNames;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of layouts: those of one object, and the editor of one of them. */
@Named("layoutsPage")
@RequestScoped
public class LayoutsPage {

    static final String ADDRESS = "/app/admin/layouts";

    private static final Set<String> DONE = Set.of("saved", "removed", "typed");

    @Inject
    private RoleNames names;

    @Inject
    private Layouts layouts;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private ObjectTabs tabs;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private ObjectDescriptor object;
    private LayoutKey key;
    private Map<LayoutKey, LayoutDefinition> kept;
    private Optional<FieldDescriptor> typeField;
    private String typed;
    private String content;
    private List<String> faults = List.of();

    /** A layout to choose: the standard one, and each that an admin has made. */
    public record Variant(String label, String href, boolean current) {}

    @PostConstruct
    void open() {
        object = tabs.current();
        kept = layouts.of(object.name());
        typeField = layouts.typeField(object.name()).flatMap(object::find);
        typed = typeField.map(FieldDescriptor::name).orElse("");
        key = new LayoutKey(Parameters.given(request, "type", "forType"), Parameters.given(request, "role", "forRole"));
    }

    public List<ObjectTabs.Tab> getTabs() {
        return tabs.of(ADDRESS);
    }

    public List<Variant> getVariants() {
        List<Variant> variants = new java.util.ArrayList<>();
        variants.add(variant(LayoutKey.STANDARD));
        kept.keySet().stream()
                .filter(one -> !one.isStandard())
                .map(this::variant)
                .forEach(variants::add);
        if (variants.stream().noneMatch(Variant::current)) {
            variants.add(variant(key));
        }
        return variants;
    }

    private Variant variant(LayoutKey one) {
        return new Variant(name(one), href(one), one.equals(key));
    }

    private String name(LayoutKey one) {
        if (one.isStandard()) {
            return Texts.of("layouts.standard");
        }
        String type = typeLabel(one.recordType());
        String role = one.role().isEmpty() ? "" : names.of(new Role(one.role()));
        return type.isEmpty() || role.isEmpty() ? type + role : Texts.of("layouts.both", type, role);
    }

    private String typeLabel(String type) {
        return type.isEmpty()
                ? ""
                : typeField
                        .map(field -> Labels.option(object, field, type, Texts.locale()))
                        .orElse(type);
    }

    /** Types of records that a layout can be for, by label. */
    public Map<String, String> getTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        typeField.ifPresent(field -> field.options().forEach(option -> types.put(typeLabel(option), option)));
        return types;
    }

    /** Roles that a layout can be for, by label. */
    public Map<String, String> getRoles() {
        Map<String, String> roles = new LinkedHashMap<>();
        names.all().forEach(role -> roles.put(names.of(role), role.name()));
        return roles;
    }

    /** Fields that can give records their type, by label. */
    public Map<String, String> getChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        object.fields().values().stream()
                .filter(field -> field.type() == FieldType.CHOICE)
                .forEach(field -> choices.put(Labels.field(object, field, Texts.locale()), field.name()));
        return choices;
    }

    /** What the editor in the browser begins with, as JSON: the layout and the words for everything in it. */
    public String getData() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("layout", sent().orElseGet(() -> LayoutJson.write(draft())));
        Map<String, Object> fields = new LinkedHashMap<>();
        Set<String> atHome = object.sections().stream()
                .flatMap(section -> section.fields().stream())
                .collect(Collectors.toSet());
        object.fields().values().forEach(field -> fields.put(field.name(), field(field, atHome)));
        data.put("fields", fields);
        Map<String, Object> sections = new LinkedHashMap<>();
        object.sections()
                .forEach(section -> sections.put(section.name(), Labels.section(object, section, Texts.locale())));
        data.put("sections", sections);
        Map<String, Object> related = new LinkedHashMap<>();
        objects.related(object)
                .forEach(list -> related.put(
                        LayoutJson.name(list), Labels.plural(objects.require(list.object()), Texts.locale())));
        data.put("related", related);
        return JsonTree.write(data);
    }

    private Map<String, Object> field(FieldDescriptor field, Set<String> atHome) {
        return Map.of(
                "label",
                Labels.field(object, field, Texts.locale()),
                "required",
                field.required() && !field.readOnly(),
                "own",
                field.isCustom(),
                "home",
                atHome.contains(field.name()));
    }

    /** With every field in its place, so that the editor shows what the pages show. */
    private LayoutDefinition draft() {
        LayoutDefinition layout = kept.containsKey(key) ? kept.get(key) : layouts.draft(object.name());
        LayoutDefinition shown = LayoutDefinition.of(layout.apply(object, objects.related(object)));
        return new LayoutDefinition(
                shown.sections(),
                shown.keyFigures(),
                shown.related(),
                layout.hidden().stream()
                        .filter(field -> object.find(field).isPresent())
                        .toList());
    }

    /** Whether the layout can be taken away again. */
    public boolean isKept() {
        return kept.containsKey(key);
    }

    public boolean isStandard() {
        return key.isStandard();
    }

    /** Everything that is wrong with what was sent, a sentence each. */
    public List<String> getFaults() {
        return faults;
    }

    public void save() {
        run("saved", () -> layouts.keep(object.name(), key, LayoutJson.read(sent().orElseGet(Map::of))));
    }

    public void remove() {
        run("removed", () -> {
            layouts.remove(object.name(), key);
            key = LayoutKey.STANDARD;
        });
    }

    /** Says which field gives records their type. */
    public void distinguish() {
        run("typed", () -> {
            layouts.distinguish(object.name(), Optional.of(typed).filter(name -> !name.isEmpty()));
            key = LayoutKey.STANDARD;
        });
    }

    /** What the editor sent; empty when it sent nothing that can be read. */
    private Optional<Map<String, Object>> sent() {
        try {
            return Optional.ofNullable(content).filter(text -> !text.isBlank()).map(JsonTree::readObject);
        } catch (JsonException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private void run(String done, Runnable change) {
        try {
            change.run();
            Pages.goTo(ADDRESS + query(key) + "&done=" + done);
        } catch (DomainException broken) {
            errors.add(broken);
            if (broken instanceof InvalidRecord invalid) {
                faults = invalid.errors().stream()
                        .map(error -> Labels.error(
                                error.code(), Texts.locale(), error.args().toArray()))
                        .distinct()
                        .toList();
            }
        }
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("layouts.done." + done) : "";
    }

    private String href(LayoutKey one) {
        return request.getContextPath() + ADDRESS + query(one);
    }

    private String query(LayoutKey one) {
        return "?object=" + object.path()
                + (one.recordType().isEmpty() ? "" : "&type=" + one.recordType())
                + (one.role().isEmpty() ? "" : "&role=" + one.role());
    }

    public String getObject() {
        return object.path();
    }

    public String getObjectLabel() {
        return Labels.plural(object, Texts.locale());
    }

    public LayoutKey getKey() {
        return key;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }
}
