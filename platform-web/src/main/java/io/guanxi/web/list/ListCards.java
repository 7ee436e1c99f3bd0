package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.web.format.Shown;
import io.guanxi.web.format.ShownWriter;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code <gx:cards value="#{…}" move="Move" editable="…"/>}: records as the cards of a board. {@code value} is a list of
 * {@link ListRow}; {@code move} names the button by which the keyboard moves a card.
 */
@FacesComponent(value = ListCards.TYPE, createTag = true, tagName = "cards", namespace = "https://guanxi.io/faces")
public class ListCards extends UIComponentBase {

    static final String TYPE = "io.guanxi.web.list.ListCards";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        ShownWriter values = new ShownWriter(out, this);
        boolean editable = Boolean.TRUE.equals(getAttributes().get("editable"));
        String move = (String) getAttributes().get("move");
        for (Object row : (List<?>) getAttributes().get("value")) {
            write((ListRow) row, editable, move, out, values);
        }
    }

    private void write(ListRow row, boolean editable, String move, ResponseWriter out, ShownWriter values)
            throws IOException {
        out.startElement("li", this);
        out.writeAttribute("class", "gx-deal" + (row.colour().isEmpty() ? "" : " gx-tint--" + row.colour()), null);
        out.writeAttribute("data-id", row.id(), null);
        out.writeAttribute("data-version", row.version(), null);
        out.writeAttribute("data-in", row.in(), null);
        if (editable) {
            out.writeAttribute("draggable", "true", null);
        }
        out.startElement("a", this);
        out.writeAttribute("class", "gx-deal__t", null);
        out.writeURIAttribute("href", row.href(), null);
        out.writeText(row.title(), null);
        out.endElement("a");
        if (editable) {
            button(row, move, out);
        }
        Optional<Shown> money = first(row, column -> column.field().type() == FieldType.MONEY);
        Optional<Shown> date = first(row, column -> column.slot().equals("end"));
        Optional<Shown> person = first(row, column -> column.field().type() == FieldType.MEMBER);
        Optional<Shown> line = first(row, column -> switch (column.field().type()) {
            case MONEY, MEMBER, DATE, INSTANT, CHOICE, TAGS -> false;
            default -> !column.title();
        });
        if (line.isPresent()) {
            values.span("gx-deal__c gx-trunc", line.get().text());
        }
        if (money.isPresent() || date.isPresent() || person.isPresent()) {
            out.startElement("span", this);
            out.writeAttribute("class", "gx-deal__m", null);
            out.startElement("b", this);
            out.writeText(money.map(Shown::text).orElse(""), null);
            out.endElement("b");
            out.startElement("span", this);
            out.writeAttribute("class", "gx-row", null);
            if (date.isPresent()) {
                values.span("gx-subtle gx-small gx-num", date.get().text());
            }
            if (person.isPresent()) {
                values.avatar(person.get().first().avatar(), "gx-av--s");
                values.span("gx-vh", person.get().text());
            }
            out.endElement("span");
            out.endElement("span");
        }
        out.endElement("li");
    }

    private void button(ListRow row, String move, ResponseWriter out) throws IOException {
        out.startElement("button", this);
        out.writeAttribute("class", "gx-btn gx-btn--ghost gx-btn--icon gx-btn--s gx-deal__move", null);
        out.writeAttribute("type", "button", null);
        out.writeAttribute("data-move", "", null);
        out.writeAttribute("aria-haspopup", "dialog", null);
        out.writeAttribute("aria-label", move + " " + row.title(), null);
        out.startElement("i", this);
        out.writeAttribute("class", "pi pi-arrow-right-arrow-left", null);
        out.writeAttribute("aria-hidden", "true", null);
        out.endElement("i");
        out.endElement("button");
    }

    private static Optional<Shown> first(ListRow row, Predicate<ListColumn> wanted) {
        return row.cells().stream()
                .filter(cell -> wanted.test(cell.column()) && !cell.value().nothing())
                .map(ListRow.Cell::value)
                .findFirst();
    }
}
