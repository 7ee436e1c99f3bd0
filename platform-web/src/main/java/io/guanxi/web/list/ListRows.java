package io.guanxi.web.list;

import io.guanxi.web.edit.CellEdit;
import io.guanxi.web.format.Markup;
import io.guanxi.web.format.MarkupComponent;
import io.guanxi.web.format.ShownWriter;
import jakarta.faces.component.FacesComponent;

/**
 * {@code <gx:rows value="#{…}" select="Select {0}" people="…"/>}: the rows of a list.
 *
 * <p>{@code value} is a list of {@link ListRow}, {@code select} names the box before a row, and {@code people} is true
 * when the records are persons, whose avatars are round; with {@code editable} cells say which field they hold, so that a
 * script may change it there.
 */
@FacesComponent(value = "io.guanxi.rows", createTag = true, tagName = "rows", namespace = "https://guanxi.io/faces")
public class ListRows extends MarkupComponent {

    @Override
    protected void write(Markup out) {
        ShownWriter values = new ShownWriter(out);
        String select = text("select");
        boolean editable = flag("editable");
        String avatar = flag("people") ? "" : "gx-av--co";
        for (ListRow row : values(ListRow.class)) {
            write(row, select, avatar, editable, out, values);
        }
    }

    private static void write(
            ListRow row, String select, String avatar, boolean editable, Markup out, ShownWriter values) {
        out.start("tr").attribute("role", "row");
        if (editable) {
            out.attribute("data-id", row.id()).attribute("data-version", String.valueOf(row.version()));
        }
        if (!row.colour().isEmpty()) {
            out.attribute("class", "gx-tint--" + row.colour());
        }
        cell(out, "box", "", "");
        out.start("input", "gx-box")
                .attribute("type", "checkbox")
                .attribute("data-row", "")
                .attribute("value", row.id())
                .attribute("aria-label", select.replace("{0}", row.title()))
                .endEmpty()
                .end("td");
        for (ListRow.Cell cell : row.cells()) {
            ListColumn column = cell.column();
            if (column.title()) {
                cell(out, "title", "", "");
                edit(out, column, editable);
                title(row, avatar, out, values);
            } else {
                boolean labelled = column.slot().equals("meta");
                cell(out, column.slot(), column.numeric() ? "is-num" : "", labelled ? column.label() : "");
                edit(out, column, editable);
                if (column.width() > 0) {
                    out.attribute("style", "max-width:" + column.width() + "px");
                }
                values.write(cell.value());
            }
            out.end("td");
        }
        out.end("tr");
    }

    private static void edit(Markup out, ListColumn column, boolean editable) {
        if (editable && CellEdit.fits(column.field())) {
            out.attribute("data-edit", column.name());
        }
    }

    private static void cell(Markup out, String slot, String look, String label) {
        out.start("td").attribute("role", "cell");
        if (!look.isEmpty()) {
            out.attribute("class", look);
        }
        // What has no place on the card of a phone is known by the missing attribute.
        if (!slot.isEmpty()) {
            out.attribute("data-card", slot);
        }
        if (!label.isEmpty()) {
            out.attribute("data-label", label);
        }
    }

    private static void title(ListRow row, String avatar, Markup out, ShownWriter values) {
        out.start("span", "gx-cell");
        values.avatar(row.avatar(), avatar);
        if (row.href().isEmpty()) {
            out.element("span", "gx-trunc", row.title());
        } else {
            out.start("a", "gx-link gx-trunc")
                    .attribute("href", row.href())
                    .text(row.title())
                    .end("a");
        }
        out.end("span");
    }
}
