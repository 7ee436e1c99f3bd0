package io.guanxi.web.shell;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.web.format.Avatar;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rail and top bar show. */
@Named("shell")
@RequestScoped
public class Shell {

    @Inject
    private ObjectRegistry registry;

    @Inject
    private AccessPolicy policy;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private Texts texts;

    @Inject
    private Here here;

    @Inject
    private HttpServletRequest request;

    /** A rail has place for so many objects of a group; all of them stand on a page of their own. */
    private static final int MOST = 15;

    private List<RailGroup> groups;

    /**
     * A heading of the rail with the objects of one module.
     *
     * @param more says how many there are in all; empty when all are shown
     */
    public record RailGroup(String label, List<RailItem> items, String more) {}

    /**
     * @param create address of the form for a new record; empty when the caller may not create one
     * @param key    whether a phone has a place for it beside Home: records that people work through all day
     */
    public record RailItem(
            String label, String singular, String icon, String href, boolean current, String create, boolean key) {}

    /** The way to one page of the administration. */
    public record AdminItem(String label, String href, String icon, boolean current) {}

    /** The modules and objects that the caller may see. */
    public List<RailGroup> getGroups() {
        if (groups == null) {
            groups = readable().entrySet().stream()
                    .map(e -> group(e.getKey(), e.getValue()))
                    .toList();
        }
        return groups;
    }

    /** Objects that the caller may see, by module. */
    private Map<String, List<ObjectDescriptor>> readable() {
        Map<String, List<ObjectDescriptor>> byModule = new LinkedHashMap<>();
        registry.all().stream()
                .filter(o -> policy.allows(o, Operation.READ))
                .forEach(o -> byModule.computeIfAbsent(o.module(), m -> new ArrayList<>())
                        .add(o));
        return byModule;
    }

    /** The first objects of a module, and the one whose page is open. */
    private RailGroup group(String module, List<ObjectDescriptor> objects) {
        List<ObjectDescriptor> shown = new ArrayList<>(objects.subList(0, Math.min(MOST, objects.size())));
        objects.stream()
                .skip(shown.size())
                .filter(o -> o.path().equals(here.getPath()))
                .forEach(shown::add);
        return new RailGroup(
                texts.of("module." + module),
                shown.stream().map(this::item).toList(),
                shown.size() == objects.size() ? "" : texts.of("shell.all", objects.size()));
    }

    /** The modules with all their objects. */
    public List<RailGroup> getAllGroups() {
        return readable().entrySet().stream()
                .map(e -> new RailGroup(
                        texts.of("module." + e.getKey()),
                        e.getValue().stream().map(this::item).toList(),
                        ""))
                .toList();
    }

    public boolean isDirectory() {
        return here.route().page() == Route.Page.OBJECTS;
    }

    /** What the caller may create from anywhere. */
    public List<RailItem> getCreatable() {
        return getGroups().stream()
                .flatMap(g -> g.items().stream())
                .filter(i -> !i.create().isEmpty())
                .toList();
    }

    private RailItem item(ObjectDescriptor object) {
        return new RailItem(
                Labels.plural(object, texts.locale()),
                Labels.singular(object, texts.locale()),
                object.icon(),
                here.href(object.path()),
                object.path().equals(here.getPath()),
                policy.allows(object, Operation.CREATE) ? here.href(object.path() + "/new") : "",
                object.everyday());
    }

    /** The pages on which admins shape the company; empty for everybody else. */
    public List<AdminItem> getAdministration() {
        return policy.isAdmin() ? AdminPage.ALL.stream().map(this::item).toList() : List.of();
    }

    private AdminItem item(AdminPage page) {
        return new AdminItem(texts.of("shell." + page.key()), here.href(page.path()), page.icon(), isAt(page));
    }

    private boolean isAt(AdminPage page) {
        return request.getRequestURI().endsWith(page.path())
                || String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI))
                        .endsWith(page.path());
    }

    public boolean isHome() {
        return here.route().page() == Route.Page.HOME && AdminPage.ALL.stream().noneMatch(this::isAt);
    }

    public boolean isJobs() {
        return here.route().page() == Route.Page.JOBS || here.route().page() == Route.Page.JOB;
    }

    public boolean isMap() {
        return here.route().page() == Route.Page.MAP || here.route().page() == Route.Page.LIFECYCLE;
    }

    public String getTenantName() {
        return tenant.find().map(Tenant::name).orElse("");
    }

    public String getUserName() {
        return CallContext.require().name();
    }

    public Avatar getUserAvatar() {
        return Avatar.of(getUserName());
    }

    /** Address that switches the language and comes back here. */
    public String languageHref(String tag) {
        return request.getContextPath() + "/language?to=" + tag + "&back="
                + URLEncoder.encode(here.address(), StandardCharsets.UTF_8);
    }
}
