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

    private List<RailGroup> groups;

    /** A heading of the rail with the objects of one module. */
    public record RailGroup(String label, List<RailItem> items) {}

    /**
     * @param create address of the form for a new record; empty when the caller may not create one
     * @param key    whether a phone has a place for it beside Home: records that somebody looks after
     */
    public record RailItem(
            String label, String singular, String icon, String href, boolean current, String create, boolean key) {}

    /** The modules and objects that the caller may see. */
    public List<RailGroup> getGroups() {
        if (groups == null) {
            Map<String, List<RailItem>> byModule = new LinkedHashMap<>();
            registry.all().stream()
                    .filter(o -> policy.allows(o, Operation.READ))
                    .forEach(o -> byModule.computeIfAbsent(o.module(), m -> new ArrayList<>())
                            .add(item(o)));
            groups = byModule.entrySet().stream()
                    .map(e -> new RailGroup(texts.of("module." + e.getKey()), e.getValue()))
                    .toList();
        }
        return groups;
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
                object.find("owner").isPresent());
    }

    /** The page of the company's people is for those who may change it. */
    public boolean isAdministrator() {
        return policy.isAdmin();
    }

    public boolean isPeople() {
        return isAt("/app/admin/people");
    }

    public boolean isFields() {
        return isAt("/app/admin/fields");
    }

    private boolean isAt(String address) {
        return request.getRequestURI().endsWith(address)
                || String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI))
                        .endsWith(address);
    }

    public boolean isHome() {
        return here.route().page() == Route.Page.HOME && !isPeople() && !isFields() && !isClasses();
    }

    public boolean isJobs() {
        return here.route().page() == Route.Page.JOBS || here.route().page() == Route.Page.JOB;
    }

    public boolean isMap() {
        return here.route().page() == Route.Page.MAP;
    }

    public boolean isClasses() {
        return isAt("/app/admin/classes");
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
