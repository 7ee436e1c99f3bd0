package io.guanxi.web.format;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** {@code <gx:shown value="#{…}"/>}: one {@link Shown} on a page. */
@FacesComponent(value = ShownValue.TYPE, createTag = true, tagName = "shown", namespace = "https://guanxi.io/faces")
public class ShownValue extends UIComponentBase {

    static final String TYPE = "io.guanxi.web.format.ShownValue";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (isRendered()) {
            Shown shown = (Shown) getAttributes().get("value");
            new ShownWriter(context.getResponseWriter(), this).write(shown);
        }
    }
}
