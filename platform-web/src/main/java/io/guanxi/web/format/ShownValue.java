package io.guanxi.web.format;

import jakarta.faces.component.FacesComponent;

/** {@code <gx:shown value="#{…}"/>}: one {@link Shown} on a page. */
@FacesComponent(value = "io.guanxi.shown", createTag = true, tagName = "shown", namespace = "https://guanxi.io/faces")
public class ShownValue extends MarkupComponent {

    @Override
    protected void write(Markup markup) {
        new ShownWriter(markup).write((Shown) getAttributes().get("value"));
    }
}
