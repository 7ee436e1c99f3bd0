package io.guanxi.tenantadmin.roles;

import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.FieldRight;
import io.guanxi.kernel.access.ObjectRights;
import io.guanxi.kernel.access.Rights;
import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.access.Scope;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.RoleView;
import io.guanxi.kernel.people.Roles;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Pages;
import io.guanxi.tenantadmin.page.Parameters;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.people.RoleNames;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The roles of a tenant: all of them, and the form of one. {@code role} in the address names the one at hand, {@code from} the
 * one that a new one begins as, and {@code object} the object whose fields are at hand.
 */
@Named("rolesPage")
@RequestScoped
public class RolesPage {

    static final String ADDRESS = "/app/admin/roles";

    private static final Set<String> DONE = Set.of("added", "changed", "removed", "reset");

    @Inject
    private Roles roles;

    @Inject
    private RoleNames names;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private List<RoleView> all;
    private RoleView current;
    private boolean isNew;
    private String label = "";
    private String description = "";
    private long version;
    private List<FeatureLine> features = List.of();
    private List<RightsLine> lines = List.of();
    private List<FieldLine> fields = List.of();
    private ObjectDescriptor object;

    /** A line of the table. */
    public record Row(String label, String description, long members, boolean own, boolean changed, String href) {}

    /** A tab over the form. */
    public record Tab(String label, String href, boolean current) {}

    @PostConstruct
    void openRole() {
        String name = Parameters.given(request, "role", "of");
        String from = Parameters.given(request, "from", "as");
        isNew = name.isEmpty() && !from.isEmpty();
        if (name.isEmpty() && from.isEmpty()) {
            all = roles.all();
            return;
        }
        current = roles.require(isNew ? from : name);
        Rights rights = current.definition().rights();
        version = isNew ? 0 : current.definition().version();
        label = isNew ? "" : current.definition().label();
        description = current.definition().description();
        features = EnumSet.allOf(Feature.class).stream()
                .map(feature -> new FeatureLine(feature, rights.has(feature)))
                .toList();
        lines = lines(rights);
        String path = Parameters.given(request, "object", "fieldsOf");
        if (!path.isEmpty()) {
            object = objects.requireByPath(path);
            ObjectRights of = rights.of(object);
            fields = object.fields().values().stream()
                    .map(field -> line(field, of.field(field.name())))
                    .toList();
        }
    }

    private FieldLine line(FieldDescriptor field, FieldRight right) {
        boolean isFixed = field.readOnly();
        return new FieldLine(
                field.name(),
                Labels.field(object, field, Texts.locale()),
                isFixed,
                object.isLasting(field.name()),
                isFixed && right == FieldRight.EDIT ? FieldRight.READ : right);
    }

    private List<RightsLine> lines(Rights rights) {
        List<RightsLine> shown = new ArrayList<>();
        shown.add(new RightsLine("", Texts.of("roles.otherwise"), rights.otherwise(), true));
        shown.add(new RightsLine("", Texts.of("roles.common"), rights.common(), true));
        objects.all().stream()
                .filter(one -> one.partOf() == null)
                .forEach(one -> shown.add(new RightsLine(
                        one.name(),
                        Labels.plural(one, Texts.locale()),
                        rights.of(one),
                        rights.objects().containsKey(one.name()))));
        return shown;
    }

    public boolean isOpen() {
        return current != null;
    }

    public List<Row> getRows() {
        return all.stream()
                .map(one -> new Row(
                        names.of(one.definition().role()),
                        one.definition().role().isShipped()
                                        && one.definition().description().isEmpty()
                                ? Texts.of("role." + one.definition().role().name() + ".why")
                                : one.definition().description(),
                        one.members(),
                        !one.definition().role().isShipped(),
                        one.isChanged() && one.definition().role().isShipped(),
                        address(one.definition().role())))
                .toList();
    }

    private static String address(Role role) {
        return ADDRESS + "?role=" + role.name();
    }

    /** What the form is about: the general part, and the fields of each object. */
    public List<Tab> getTabs() {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(Texts.of("roles.general"), address(role()), object == null));
        objects.all()
                .forEach(one -> tabs.add(new Tab(
                        Labels.plural(one, Texts.locale()),
                        address(role()) + "&object=" + one.path(),
                        object != null && object.path().equals(one.path()))));
        return tabs;
    }

    private Role role() {
        return current.definition().role();
    }

    public String getTitle() {
        return isNew ? Texts.of("roles.new") : names.of(role());
    }

    /** Name of the role at hand; empty for a new one. */
    public String getName() {
        return isNew ? "" : role().name();
    }

    /** Name of the role that a new one begins as; empty for one that is there. */
    public String getFrom() {
        return isNew ? role().name() : "";
    }

    /** Path of the object whose fields are at hand; empty for none. */
    public String getFieldsOf() {
        return object == null ? "" : object.path();
    }

    public boolean isFieldForm() {
        return object != null;
    }

    public boolean isBeginning() {
        return isNew;
    }

    /** Whether the role has a name that may be changed. */
    public boolean isNamed() {
        return isNew || !role().isShipped();
    }

    /** Whether it may do everything, for good. */
    public boolean isUnbounded() {
        return !isNew && role().isUnbounded();
    }

    /** Whether it is a shipped one that was changed, and can be given back what it began with. */
    public boolean isResettable() {
        return !isNew && role().isShipped() && current.isChanged();
    }

    public boolean isRemovable() {
        return !isNew && !role().isShipped() && current.members() == 0;
    }

    public long getMembers() {
        return current.members();
    }

    /** Scopes by label. */
    public Map<String, Scope> getScopes() {
        Map<String, Scope> scopes = new LinkedHashMap<>();
        for (Scope scope : Scope.values()) {
            scopes.put(Texts.of("scope." + scope.name()), scope);
        }
        return scopes;
    }

    /** What may be done with a field, by label. */
    public Map<String, FieldRight> rightsOf(FieldLine line) {
        Map<String, FieldRight> rights = new LinkedHashMap<>();
        if (!line.isFixed()) {
            rights.put(Texts.of("fieldRight.EDIT"), FieldRight.EDIT);
        }
        rights.put(Texts.of("fieldRight.READ"), FieldRight.READ);
        if (!line.isLasting()) {
            rights.put(Texts.of("fieldRight.HIDDEN"), FieldRight.HIDDEN);
        }
        return rights;
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("roles.done." + done) : "";
    }

    public void save() {
        errors.attempt(() -> {
            Rights before = current.definition().rights();
            Rights wanted = object == null ? general() : withFields(before);
            RoleView saved = isNew
                    ? roles.create(label, description, wanted)
                    : roles.change(role().name(), version, label, description, wanted);
            String back = address(saved.definition().role())
                    + (object == null ? "" : "&object=" + object.path())
                    + (isNew ? "&done=added" : "&done=changed");
            Pages.goTo(back);
        });
    }

    private Rights general() {
        Set<Feature> given = EnumSet.noneOf(Feature.class);
        features.stream().filter(FeatureLine::isGiven).forEach(line -> given.add(line.feature()));
        Map<String, ObjectRights> said = new LinkedHashMap<>();
        // Parts go with their wholes; what was said of their fields stays.
        current.definition().rights().objects().forEach((name, rights) -> {
            if (objects.find(name).filter(one -> one.partOf() != null).isPresent()) {
                said.put(name, rights);
            }
        });
        lines.stream()
                .filter(RightsLine::isSingle)
                .filter(line -> line.isOwn() || line.isNarrowed())
                .forEach(line -> said.put(line.object(), line.rights()));
        return new Rights(given, lines.get(0).rights(), lines.get(1).rights(), said);
    }

    private Rights withFields(Rights before) {
        Map<String, FieldRight> said = new LinkedHashMap<>();
        fields.stream()
                .filter(line -> line.getRight() != (line.isFixed() ? FieldRight.READ : FieldRight.EDIT))
                .forEach(line -> said.put(line.getName(), line.getRight()));
        Map<String, ObjectRights> all = new LinkedHashMap<>(before.objects());
        ObjectRights of = before.of(object);
        all.put(
                object.name(),
                new ObjectRights(of.read(), of.create(), of.update(), of.delete(), of.export(), of.imports(), said));
        return new Rights(before.features(), before.otherwise(), before.common(), all);
    }

    /** Takes a role of the tenant's own away, or gives a shipped one back what it began with. */
    public void remove() {
        errors.attempt(() -> {
            roles.delete(role().name(), version);
            Pages.goTo(ADDRESS + "?done=" + (role().isShipped() ? "reset" : "removed"));
        });
    }

    public List<FeatureLine> getFeatures() {
        return features;
    }

    public List<RightsLine> getLines() {
        return lines;
    }

    public List<FieldLine> getFields() {
        return fields;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
