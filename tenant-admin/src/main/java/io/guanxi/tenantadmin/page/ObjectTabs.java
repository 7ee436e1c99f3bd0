package io.guanxi.tenantadmin.page;

import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;

/** The objects as tabs of a page that shapes one of them: {@code object} in the address, {@code of} in its forms. */
@Named("objectTabs")
@RequestScoped
public class ObjectTabs {

    private static final String FIRST = "accounts";

    /** With more objects the tenant's own are reached from the page of objects. */
    private static final int MOST = 24;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private Entitlements entitlements;

    @Inject
    private HttpServletRequest request;

    /** A tab of the page. */
    public record Tab(String label, String href, boolean current) {}

    /** The object that is shaped now. */
    public ObjectDescriptor current() {
        return objects.findByPath(Parameters.given(request, "object", "of"))
                .orElseGet(() -> objects.requireByPath(FIRST));
    }

    /**
     * @param address of the page, such as {@code /app/admin/fields}
     */
    public List<Tab> of(String address) {
        return of(address, object -> true);
    }

    /** The same for some of the objects. */
    public List<Tab> of(String address, Predicate<ObjectDescriptor> some) {
        String path = current().path();
        boolean isMany = objects.all().size() > MOST;
        return objects.all().stream()
                .filter(some)
                .filter(one -> one.isCustom() || entitlements.hasModule(one.module()))
                .filter(one -> !isMany || !one.isCustom() || one.path().equals(path))
                .map(one -> new Tab(
                        Labels.plural(one, Texts.locale()),
                        request.getContextPath() + address + "?object=" + one.path(),
                        one.path().equals(path)))
                .toList();
    }
}
