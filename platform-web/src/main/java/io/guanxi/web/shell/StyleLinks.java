package io.guanxi.web.shell;

import io.guanxi.web.format.Markup;
import io.guanxi.web.format.MarkupComponent;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code <gx:styles names="tokens base"/>}: links to style sheets of ours that every page has, in this order. Their
 * addresses stay the same as long as the application runs.
 */
@FacesComponent(value = "io.guanxi.styles", createTag = true, tagName = "styles", namespace = "https://guanxi.io/faces")
public class StyleLinks extends MarkupComponent {

    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    @Override
    protected void write(Markup out) {
        for (String name : text("names").trim().split("\\s+")) {
            out.start("link")
                    .attribute("rel", "stylesheet")
                    .attribute("href", ADDRESSES.computeIfAbsent(name, StyleLinks::address))
                    .endEmpty();
        }
    }

    private static String address(String name) {
        return FacesContext.getCurrentInstance()
                .getApplication()
                .getResourceHandler()
                .createResource(name + ".css", FingerprintedResources.LIBRARY)
                .getRequestPath();
    }
}
