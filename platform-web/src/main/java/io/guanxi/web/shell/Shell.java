package io.guanxi.web.shell;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.module.Modules;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.web.format.Avatar;
import io.guanxi.web.shell.NavigationGroup.Way;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rail and top bar show. */
@Named("shell")
@RequestScoped
public class Shell {

    @Inject
    private VisibleObjects registry;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Modules modules;

    @Inject
    private Entitlements entitlements;

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

    /** Everybody's own sessions, a page of the person and not of the company. */
    private static final String SESSIONS = "/app/sessions";

    /** Where the tenant's own objects stand. */
    private static final String OWN = "own";

    private List<NavigationGroup> navigation;
    private List<Entry> creatable;
    private Map<String, List<ObjectDescriptor>> readable;
    private Map<AdminPage.Group, List<AdminPage>> adminPages;
    private Optional<AdminPage> openAdminPage;

    /** A module with all its objects. */
    public record Module(String label, List<Entry> objects) {}

    /**
     * An object of the tenant.
     *
     * @param create address of the form for a new record; empty when the caller may not create one
     */
    public record Entry(String label, String singular, String icon, String href, String create) {}

    /** Pages of administration that are about the same. */
    public record Area(String label, List<Tool> tools) {}

    /**
     * A page of administration.
     *
     * @param why what it is for
     */
    public record Tool(String label, String why, String icon, String href) {}

    /** The ways to every page: home, the objects that the caller may see by module, and what concerns the company. */
    public List<NavigationGroup> getNavigation() {
        if (navigation == null) {
            navigation = new ArrayList<>();
            List<Way> first = new ArrayList<>(List.of(way("home", "pi-home", "", isHome(), true)));
            if (isOn("map")) {
                first.add(way("map", "pi-map", "map", isMap(), false));
            }
            navigation.add(new NavigationGroup("", first));
            readable().forEach((module, objects) -> navigation.add(group(module, objects)));
            Way jobs = way("jobs", "pi-sync", "jobs", isJobs(), false);
            navigation.add(new NavigationGroup(texts.of("shell.ofCompany"), List.of(jobs)));
        }
        return navigation;
    }

    /** The pages that the caller may shape the company on, by what they are about. */
    private Map<AdminPage.Group, List<AdminPage>> adminPages() {
        if (adminPages == null) {
            adminPages = AdminPage.ALL.stream()
                    .filter(page -> policy.allows(page.feature()) && isOn(page.path()))
                    .collect(Collectors.groupingBy(
                            AdminPage::group, () -> new EnumMap<>(AdminPage.Group.class), Collectors.toList()));
        }
        return adminPages;
    }

    /** The address of administration; empty when there is none for the caller. */
    public String getAdminHref() {
        return adminPages().isEmpty() ? "" : here.href("admin");
    }

    /** Whether a page of administration is open. */
    public boolean isAdministering() {
        return isAdministration() || openAdminPage().isPresent();
    }

    /** The ways to the pages of administration. */
    public List<NavigationGroup> getAdminNavigation() {
        return adminPages().entrySet().stream()
                .map(group -> new NavigationGroup(
                        label(group.getKey()),
                        group.getValue().stream()
                                .map(page -> way(page.key(), page.icon(), page.path(), isAt(page), false))
                                .toList()))
                .toList();
    }

    /**
     * The same with a sentence on each.
     *
     * @throws AccessDenied when there are none for the caller
     */
    public List<Area> getAdministration() {
        if (adminPages().isEmpty()) {
            throw AccessDenied.ofFeature(Feature.ADMINISTER.word());
        }
        return adminPages().entrySet().stream()
                .map(group -> new Area(
                        label(group.getKey()),
                        group.getValue().stream()
                                .map(page -> new Tool(
                                        texts.of("shell." + page.key()),
                                        texts.of("shell." + page.key() + ".why"),
                                        page.icon(),
                                        here.href(page.path())))
                                .toList()))
                .toList();
    }

    private String label(AdminPage.Group group) {
        return texts.of("admin.group." + group.name());
    }

    /** Whether the tenant has the module of the page. */
    private boolean isOn(String page) {
        return modules.ofPage(page).map(entitlements::hasModule).orElse(true);
    }

    /** Label of a module, or of the tenant's own objects. */
    private String label(String module) {
        return module.equals(OWN) ? texts.of("module.own") : modules.label(module, texts.locale());
    }

    /** Objects that the caller may see, by module. */
    private Map<String, List<ObjectDescriptor>> readable() {
        if (readable == null) {
            readable = registry.all().stream()
                    .filter(object -> policy.allows(object, Operation.READ))
                    .collect(Collectors.groupingBy(ObjectDescriptor::module, LinkedHashMap::new, Collectors.toList()));
        }
        return readable;
    }

    /** What people work with: not parts, which stand on the page of the whole, nor what the product is set up by. */
    private static Stream<ObjectDescriptor> main(List<ObjectDescriptor> objects) {
        return objects.stream().filter(ObjectDescriptor::archivable).limit(MOST);
    }

    /** The main objects of a module, and the one whose page is open. */
    private NavigationGroup group(String module, List<ObjectDescriptor> objects) {
        List<ObjectDescriptor> shown = new ArrayList<>(main(objects).toList());
        objects.stream()
                .filter(o -> o.path().equals(here.getPath()) && !shown.contains(o))
                .forEach(shown::add);
        List<Way> ways = new ArrayList<>();
        for (ObjectDescriptor object : shown) {
            boolean current = object.path().equals(here.getPath());
            String label = Labels.plural(object, texts.locale());
            ways.add(new Way(label, object.icon(), here.href(object.path()), current, object.everyday()));
        }
        if (shown.size() < objects.size()) {
            boolean current = here.route().page() == Route.Page.OBJECTS;
            String label = texts.of("shell.all", objects.size());
            ways.add(new Way(label, "pi-ellipsis-h", here.href("objects"), current, false));
        }
        return new NavigationGroup(label(module), ways);
    }

    private Way way(String key, String icon, String path, boolean current, boolean everyday) {
        return new Way(texts.of("shell." + key), icon, here.href(path), current, everyday);
    }

    /** The modules with all their objects. */
    public List<Module> getModules() {
        return readable().entrySet().stream()
                .map(e -> new Module(
                        label(e.getKey()),
                        e.getValue().stream().map(this::entry).toList()))
                .toList();
    }

    /** What the caller may create from anywhere: the main objects of each module. */
    public List<Entry> getCreatable() {
        if (creatable == null) {
            creatable = readable().values().stream()
                    .flatMap(Shell::main)
                    .filter(object -> policy.allows(object, Operation.CREATE))
                    .map(this::entry)
                    .toList();
        }
        return creatable;
    }

    private Entry entry(ObjectDescriptor object) {
        return new Entry(
                Labels.plural(object, texts.locale()),
                Labels.singular(object, texts.locale()),
                object.icon(),
                here.href(object.path()),
                policy.allows(object, Operation.CREATE) ? here.href(object.path() + "/new") : "");
    }

    private boolean isAt(AdminPage page) {
        return openAdminPage().filter(page::equals).isPresent();
    }

    /** Looked for once: template, rail, the ways beside the page and the palette all ask. */
    private Optional<AdminPage> openAdminPage() {
        if (openAdminPage == null) {
            openAdminPage = AdminPage.ALL.stream()
                    .filter(page -> page.paths().anyMatch(this::isAt))
                    .findFirst();
        }
        return openAdminPage;
    }

    private boolean isAt(String path) {
        String asked = String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI));
        return request.getRequestURI().endsWith(path) || asked.endsWith(path);
    }

    private boolean isHome() {
        return here.route().page() == Route.Page.HOME
                && !isAt(SESSIONS)
                && openAdminPage().isEmpty();
    }

    private boolean isAdministration() {
        return here.route().page() == Route.Page.ADMINISTRATION;
    }

    private boolean isJobs() {
        return here.route().page() == Route.Page.JOBS || here.route().page() == Route.Page.JOB;
    }

    private boolean isMap() {
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
