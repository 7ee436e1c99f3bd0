package io.guanxi.web.shell;

import io.guanxi.web.format.Markup;
import io.guanxi.web.format.MarkupComponent;
import io.guanxi.web.shell.NavigationGroup.Way;
import jakarta.faces.component.FacesComponent;

/**
 * {@code <gx:navigation value="#{…}" menu="true"/>}: a list of {@link NavigationGroup} as the items of the rail, or as
 * those of the menu that a phone opens for what has no place in its bar.
 */
@FacesComponent(
        value = "io.guanxi.navigation",
        createTag = true,
        tagName = "navigation",
        namespace = "https://guanxi.io/faces")
public class Navigation extends MarkupComponent {

    @Override
    protected void write(Markup out) {
        boolean menu = flag("menu");
        for (NavigationGroup group : values(NavigationGroup.class)) {
            if (menu) {
                menu(group, out);
            } else {
                rail(group, out);
            }
        }
    }

    private static void rail(NavigationGroup group, Markup out) {
        if (!group.label().isEmpty()) {
            out.start("li", "gx-rail__group");
            out.start("span").text(group.label()).end("span").end("li");
        }
        for (Way way : group.ways()) {
            out.start("li", way.key() ? "is-key" : "");
            out.start("a", "gx-rail__item").attribute("href", way.href()).attribute("title", way.label());
            if (way.current()) {
                out.attribute("aria-current", "page");
            }
            face(way, out);
            out.end("a").end("li");
        }
    }

    private static void menu(NavigationGroup group, Markup out) {
        if (!group.label().isEmpty()) {
            out.element("p", "gx-menu__h", group.label());
        }
        for (Way way : group.ways()) {
            out.start("a", "gx-menu__item").attribute("href", way.href());
            face(way, out);
            out.end("a");
        }
    }

    private static void face(Way way, Markup out) {
        out.icon(way.icon()).start("span").text(way.label()).end("span");
    }
}
