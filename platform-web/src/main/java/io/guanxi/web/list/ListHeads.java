package io.guanxi.web.list;

import io.guanxi.web.format.Markup;
import io.guanxi.web.format.MarkupComponent;
import jakarta.faces.component.FacesComponent;

/** {@code <gx:heads value="#{…}"/>}: the headings of a list's columns, a list of {@link ListColumn}. */
@FacesComponent(value = "io.guanxi.heads", createTag = true, tagName = "heads", namespace = "https://guanxi.io/faces")
public class ListHeads extends MarkupComponent {

    @Override
    protected void write(Markup out) {
        for (ListColumn column : values(ListColumn.class)) {
            out.start("th", column.numeric() ? "is-num" : "")
                    .attribute("scope", "col")
                    .attribute("role", "columnheader")
                    .attribute("aria-sort", column.order());
            if (column.width() > 0) {
                out.attribute("style", column.style());
            }
            if (column.sortable()) {
                out.start("a").attribute("href", column.sortHref());
            }
            out.start("span").text(column.label()).end("span");
            if (column.sortable()) {
                out.icon(column.icon()).end("a");
            }
            out.end("th");
        }
    }
}
