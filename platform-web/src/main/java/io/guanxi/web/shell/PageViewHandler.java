package io.guanxi.web.shell;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/** Forms post back to the address in the browser, not to the file that rendered them; pages speak the caller's language. */
public class PageViewHandler extends ViewHandlerWrapper {

    public PageViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        Object address = context.getExternalContext().getRequestMap().get(PageServlet.ADDRESS);
        boolean current = context.getViewRoot() != null
                && viewId.equals(context.getViewRoot().getViewId());
        return address == null || !current ? super.getActionURL(context, viewId) : address.toString();
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return CDI.current().select(PersonalSettings.class).get().locale();
    }
}
