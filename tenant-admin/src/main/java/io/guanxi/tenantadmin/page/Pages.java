package io.guanxi.tenantadmin.page;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Going on to another page after something was done, so that loading it again does not do it twice. */
public final class Pages {

    private Pages() {}

    /**
     * @param path path and query inside the application, such as {@code /app/admin/people?done=invited}
     */
    public static void goTo(String path) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            external.redirect(external.getRequestContextPath() + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
