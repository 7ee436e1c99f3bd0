package io.guanxi.web.shell;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.RequestDispatcher;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Forms post back to the address in the browser, not to the file that rendered them; pages speak the caller's language. */
public class PageViewHandler extends ViewHandlerWrapper {

    /** What a form of a view without state would send. */
    private static final String STATELESS = "stateless";

    /** Stands for the settings of the request at hand; looking it up each time costs more than what it tells. */
    private volatile PersonalSettings settings;

    public PageViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        boolean current = context.getViewRoot() != null
                && viewId.equals(context.getViewRoot().getViewId());
        return current
                ? address(context.getExternalContext().getRequestMap())
                        .orElseGet(() -> super.getActionURL(context, viewId))
                : super.getActionURL(context, viewId);
    }

    /**
     * Nothing for a form that says it needs no state: no page here is made so, and its state is what ties a form to the
     * session that it was served in.
     */
    @Override
    public UIViewRoot restoreView(FacesContext context, String viewId) {
        String state = context.getExternalContext().getRequestParameterMap().get(ResponseStateManager.VIEW_STATE_PARAM);
        return STATELESS.equals(state) ? null : super.restoreView(context, viewId);
    }

    private static Optional<String> address(Map<String, Object> request) {
        Object known = request.get(PageServlet.ADDRESS);
        if (known != null) {
            return Optional.of(known.toString());
        }
        Object uri = request.get(RequestDispatcher.FORWARD_REQUEST_URI);
        Object query = request.get(RequestDispatcher.FORWARD_QUERY_STRING);
        return Optional.ofNullable(uri).map(path -> query == null ? path.toString() : path + "?" + query);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        if (settings == null) {
            settings = CDI.current().select(PersonalSettings.class).get();
        }
        return settings.locale();
    }
}
