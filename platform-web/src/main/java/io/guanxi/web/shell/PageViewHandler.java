package io.guanxi.web.shell;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import java.util.Locale;
import java.util.Map;

/** Forms post back to the address in the browser, not to the file that rendered them; pages speak the caller's language. */
public class PageViewHandler extends ViewHandlerWrapper {

    public PageViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        Map<String, Object> request = context.getExternalContext().getRequestMap();
        Object uri = request.get(RequestDispatcher.FORWARD_REQUEST_URI);
        boolean current = context.getViewRoot() != null
                && viewId.equals(context.getViewRoot().getViewId());
        if (uri == null || !current) {
            return super.getActionURL(context, viewId);
        }
        Object query = request.get(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? uri.toString() : uri + "?" + query;
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return CDI.current().select(PersonalSettings.class).get().locale();
    }
}
