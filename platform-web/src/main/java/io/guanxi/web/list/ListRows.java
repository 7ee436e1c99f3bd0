package io.guanxi.web.list;

import io.guanxi.web.edit.CellEdit;
import io.guanxi.web.format.ShownWriter;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;

/**
 * {@code <gx:rows value="#{…}" select="Select {0}" people="…"/>}: the rows of a list.
 *
 * <p>{@code value} is a list of {@link ListRow}, {@code select} names the box before a row, and {@code people} is true
 * when the records are persons, whose avatars are round; with {@code editable} cells say which field they hold, so that a
 * script may change it there.
 */
@FacesComponent(value = ListRows.TYPE, createTag = true, tagName = "rows", namespace = "https://guanxi.io/faces")
public class ListRows extends UIComponentBase {

    static final String TYPE = "io.guanxi.web.list.ListRows";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        ShownWriter values = new ShownWriter(out, this);
        String select = (String) getAttributes().get("select");
        boolean editable = Boolean.TRUE.equals(getAttributes().get("editable"));
        String avatar = Boolean.TRUE.equals(getAttributes().get("people")) ? "" : "gx-av--co";
        for (Object row : (List<?>) getAttributes().get("value")) {
            write((ListRow) row, select, avatar, editable, out, values);
        }
    }

    private void write(
            ListRow row, String select, String avatar, boolean editable, ResponseWriter out, ShownWriter values)
            throws IOException {
        out.startElement("tr", this);
        out.writeAttribute("role", "row", null);
        if (editable) {
            out.writeAttribute("data-id", row.id(), null);
            out.writeAttribute("data-version", row.version(), null);
        }
        if (!row.colour().isEmpty()) {
            out.writeAttribute("class", "gx-tint--" + row.colour(), null);
        }
        cell(out, "box", "", "");
        out.startElement("input", this);
        out.writeAttribute("class", "gx-box", null);
        out.writeAttribute("type", "checkbox", null);
        out.writeAttribute("data-row", "", null);
        out.writeAttribute("value", row.id(), null);
        out.writeAttribute("aria-label", select.replace("{0}", row.title()), null);
        out.endElement("input");
        out.endElement("td");
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
                    out.writeAttribute("style", "max-width:" + column.width() + "px", null);
                }
                values.write(cell.value());
            }
            out.endElement("td");
        }
        out.endElement("tr");
    }

    private static void edit(ResponseWriter out, ListColumn column, boolean editable) throws IOException {
        if (editable && CellEdit.fits(column.field())) {
            out.writeAttribute("data-edit", column.name(), null);
        }
    }

    private void cell(ResponseWriter out, String slot, String look, String label) throws IOException {
        out.startElement("td", this);
        out.writeAttribute("role", "cell", null);
        if (!look.isEmpty()) {
            out.writeAttribute("class", look, null);
        }
        // What has no place on the card of a phone is known by the missing attribute.
        if (!slot.isEmpty()) {
            out.writeAttribute("data-card", slot, null);
        }
        if (!label.isEmpty()) {
            out.writeAttribute("data-label", label, null);
        }
    }

    private void title(ListRow row, String avatar, ResponseWriter out, ShownWriter values) throws IOException {
        out.startElement("span", this);
        out.writeAttribute("class", "gx-cell", null);
        values.avatar(row.avatar(), avatar);
        if (row.href().isEmpty()) {
            values.span("gx-trunc", row.title());
        } else {
            out.startElement("a", this);
            out.writeAttribute("class", "gx-link gx-trunc", null);
            out.writeURIAttribute("href", row.href(), null);
            out.writeText(row.title(), null);
            out.endElement("a");
        }
        out.endElement("span");
    }
}
