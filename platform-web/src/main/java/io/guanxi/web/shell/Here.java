package io.guanxi.web.shell;

import io.guanxi.kernel.access.VisibleObjects;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The place a request is about: its route, object and record. */
@Named("here")
@RequestScoped
public class Here {

    @Inject
    private HttpServletRequest request;

    @Inject
    private VisibleObjects registry;

    @Inject
    private Texts texts;

    public Route route() {
        Route route = (Route) request.getAttribute(PageServlet.ROUTE);
        return route == null ? new Route(Route.Page.HOME, "", "") : route;
    }

    /**
     * The object of the page.
     *
     * @throws io.guanxi.kernel.error.RecordNotFound when the address names no object
     */
    public ObjectDescriptor object() {
        return registry.requireByPath(route().object());
    }

    public String getPath() {
        return route().object();
    }

    /** Id of the record in the address; empty on pages of no record. */
    public String getId() {
        return route().id();
    }

    /** Label of the object in the singular. */
    public String getSingular() {
        return Labels.singular(object(), texts.locale());
    }

    /** Label of the object in the plural. */
    public String getPlural() {
        return Labels.plural(object(), texts.locale());
    }

    /** {@link #getSingular} inside a sentence: English does not begin it with a capital there. */
    public String getSingularInText() {
        return Labels.inText(getSingular());
    }

    /** {@link #getPlural} inside a sentence. */
    public String getPluralInText() {
        return Labels.inText(getPlural());
    }

    public String getIcon() {
        return object().icon();
    }

    /** Address of the object's list. */
    public String getListHref() {
        return href(route().object());
    }

    /** Address under {@code /app} of this application. */
    public String href(String path) {
        return request.getContextPath() + "/app" + (path.isEmpty() ? "" : "/" + path);
    }

    /** The address in the browser's bar, from the root of the server, with its query. */
    public String address() {
        Object address = request.getAttribute(PageServlet.ADDRESS);
        return address == null ? request.getContextPath() + "/app" : address.toString();
    }
}
