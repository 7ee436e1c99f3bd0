package io.guanxi.web.shell;

import io.guanxi.web.format.Markup;
import io.guanxi.web.format.MarkupComponent;
import jakarta.faces.component.FacesComponent;

/**
 * {@code <gx:creation value="#{…}" begin="New {0}" bring="Import {0}"/>}: the ways to new records, from a list of
 * {@link Shell.Entry}. {@code begin} and {@code bring} name what the command palette makes of each: one new record, and
 * many from a file.
 */
@FacesComponent(
        value = "io.guanxi.creation",
        createTag = true,
        tagName = "creation",
        namespace = "https://guanxi.io/faces")
public class CreationMenu extends MarkupComponent {

    @Override
    protected void write(Markup out) {
        String begin = text("begin");
        String bring = text("bring");
        for (Shell.Entry entry : values(Shell.Entry.class)) {
            out.start("a", "gx-menu__item")
                    .attribute("href", entry.create())
                    .attribute("data-command", begin.replace("{0}", entry.singular()))
                    .attribute("data-import", bring.replace("{0}", entry.label()))
                    .icon(entry.icon());
            out.start("span").text(entry.singular()).end("span").end("a");
        }
    }
}
