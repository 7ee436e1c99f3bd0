package io.guanxi.tenantadmin.page;

import io.guanxi.kernel.object.Labels;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Locale;

/** The words of this module's pages in the language of the view. */
public final class Texts {

    private static final String BUNDLE = "io.guanxi.tenantadmin.messages";

    private Texts() {}

    /** The text of a key with its placeholders filled in. */
    public static String of(String key, Object... args) {
        return new MessageFormat(Labels.text(BUNDLE, key, locale()), locale()).format(args);
    }

    public static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
