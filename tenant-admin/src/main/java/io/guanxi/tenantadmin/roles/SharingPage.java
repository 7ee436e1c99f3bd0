package io.guanxi.tenantadmin.roles;

import io.guanxi.kernel.access.Role;
import io.guanxi.kernel.access.ShareLevel;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.people.Grantee;
import io.guanxi.kernel.people.Grantees;
import io.guanxi.kernel.sharing.SharingRule;
import io.guanxi.kernel.sharing.SharingRules;
import io.guanxi.tenantadmin.page.FormErrors;
import io.guanxi.tenantadmin.page.Texts;
import io.guanxi.tenantadmin.people.RoleNames;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sharing rules of a tenant, and the form of a new one. */
@Named("sharingPage")
@RequestScoped
public class SharingPage {

    static final String ADDRESS = "/app/admin/sharing";

    private static final int PEOPLE = 200;

    private static final Set<String> DONE = Set.of("added", "removed");

    @Inject
    private SharingRules rules;

    @Inject
    private Grantees grantees;

    @Inject
    private RoleNames roles;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private FormErrors errors;

    @Inject
    private HttpServletRequest request;

    private List<SharingRule> all;
    private Map<String, String> somebody;
    private String name = "";
    private String object = "account";
    private String source = "";
    private String grantee = "";
    private String level = ShareLevel.READ.name();

    /** A line of the table. */
    public record Row(String id, String name, String object, String source, String grantee, String level) {}

    public List<Row> getRows() {
        if (all == null) {
            all = rules.all();
        }
        return all.stream()
                .map(rule -> new Row(
                        rule.id(),
                        rule.name(),
                        objects.find(rule.object())
                                .map(one -> Labels.plural(one, Texts.locale()))
                                .orElse(rule.object()),
                        label(rule.source()),
                        label(rule.grantee()),
                        Texts.of("level." + rule.level().name())))
                .toList();
    }

    public boolean isNone() {
        return getRows().isEmpty();
    }

    private String label(Grantee one) {
        return one.kind() == Grantee.Kind.ROLE
                ? Texts.of("grantee.ROLE", roles.of(new Role(one.name())))
                : Texts.of("grantee." + one.kind().name(), grantees.label(one));
    }

    /** Objects whose records have an owner, by label. */
    public Map<String, String> getObjects() {
        Map<String, String> owned = new LinkedHashMap<>();
        objects.all().stream()
                .filter(ObjectDescriptor::isOwned)
                .forEach(one -> owned.put(Labels.plural(one, Texts.locale()), one.name()));
        return owned;
    }

    /** Teams, roles and people, by label. */
    public Map<String, String> getSomebody() {
        if (somebody == null) {
            somebody = new LinkedHashMap<>();
            grantees.all(PEOPLE).forEach(one -> {
                String called = one.grantee().kind() == Grantee.Kind.ROLE
                        ? roles.of(new Role(one.grantee().name()))
                        : one.label();
                somebody.put(
                        Texts.of("grantee." + one.grantee().kind().name(), called),
                        one.grantee().key());
            });
        }
        return somebody;
    }

    public Map<String, String> getLevels() {
        Map<String, String> levels = new LinkedHashMap<>();
        for (ShareLevel one : ShareLevel.values()) {
            levels.put(Texts.of("level." + one.name()), one.name());
        }
        return levels;
    }

    public String getDone() {
        String done = request.getParameter("done");
        return done != null && DONE.contains(done) ? Texts.of("sharing.done." + done) : "";
    }

    public void add() {
        run(
                "added",
                () -> rules.create(new SharingRule(
                        null,
                        name,
                        object,
                        given(source, "source"),
                        given(grantee, "grantee"),
                        ShareLevel.valueOf(level))));
    }

    private static Grantee given(String key, String field) {
        return Grantee.of(key).orElseThrow(() -> new InvalidRecord(FieldError.of("/" + field, "reference.unknown")));
    }

    public void remove(String id) {
        run("removed", () -> rules.delete(id));
    }

    private void run(String done, Runnable change) {
        if (!errors.submit(ADDRESS + "?done=" + done, change)) {
            all = null;
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getObject() {
        return object;
    }

    public void setObject(String object) {
        this.object = object;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getGrantee() {
        return grantee;
    }

    public void setGrantee(String grantee) {
        this.grantee = grantee;
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(String level) {
        this.level = level;
    }
}
