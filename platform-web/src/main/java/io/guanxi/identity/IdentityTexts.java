package io.guanxi.identity;

import io.guanxi.kernel.object.Labels;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Words of the pages around log-in, in the language of the view. */
@Named("identityTexts")
@RequestScoped
public class IdentityTexts {

    static final String BUNDLE = "io.guanxi.identity.messages";

    @Inject
    private HttpServletRequest request;

    public String of(String key) {
        return Labels.text(
                BUNDLE, key, FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    /** Id under which support finds this request. */
    public String getTraceId() {
        return String.valueOf(request.getAttribute(AuthenticationFilter.TRACE_ID));
    }
}
