package io.guanxi.web.format;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;

/** A part of a page that is written by Java at one go, without components inside. */
public abstract class MarkupComponent extends UIComponentBase {

    @Override
    public String getFamily() {
        return getClass().getName();
    }

    @Override
    public final void encodeBegin(FacesContext context) throws IOException {
        if (isRendered()) {
            Markup markup = new Markup();
            write(markup);
            context.getResponseWriter().write(markup.toString());
        }
    }

    /** Writes the part. */
    protected abstract void write(Markup markup);

    /** An attribute of the tag; empty when it has none. */
    protected final String text(String attribute) {
        Object value = getAttributes().get(attribute);
        return value == null ? "" : value.toString();
    }

    /** Whether an attribute of the tag is true. */
    protected final boolean flag(String attribute) {
        return Boolean.parseBoolean(text(attribute));
    }

    /** The elements of attribute {@code value}. */
    protected final <T> List<T> values(Class<T> type) {
        return ((List<?>) getAttributes().get("value")).stream().map(type::cast).toList();
    }
}
