package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.web.format.Markup;
import io.guanxi.web.format.MarkupComponent;
import io.guanxi.web.format.Shown;
import io.guanxi.web.format.ShownWriter;
import jakarta.faces.component.FacesComponent;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code <gx:cards value="#{…}" move="Move" editable="…"/>}: records as the cards of a board. {@code value} is a list of
 * {@link ListRow}; {@code move} names the button by which the keyboard moves a card.
 */
@FacesComponent(value = "io.guanxi.cards", createTag = true, tagName = "cards", namespace = "https://guanxi.io/faces")
public class ListCards extends MarkupComponent {

    @Override
    protected void write(Markup out) {
        ShownWriter values = new ShownWriter(out);
        boolean editable = flag("editable");
        String move = text("move");
        for (ListRow row : values(ListRow.class)) {
            write(row, editable, move, out, values);
        }
    }

    private static void write(ListRow row, boolean editable, String move, Markup out, ShownWriter values) {
        out.start("li", "gx-deal" + (row.colour().isEmpty() ? "" : " gx-tint--" + row.colour()))
                .attribute("data-id", row.id())
                .attribute("data-version", String.valueOf(row.version()))
                .attribute("data-in", row.in());
        if (editable) {
            out.attribute("draggable", "true");
        }
        out.start("a", "gx-deal__t")
                .attribute("href", row.href())
                .text(row.title())
                .end("a");
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
        line.ifPresent(shown -> out.element("span", "gx-deal__c gx-trunc", shown.text()));
        if (money.isPresent() || date.isPresent() || person.isPresent()) {
            out.start("span", "gx-deal__m");
            out.start("b").text(money.map(Shown::text).orElse("")).end("b");
            out.start("span", "gx-row");
            date.ifPresent(shown -> out.element("span", "gx-subtle gx-small gx-num", shown.text()));
            person.ifPresent(shown -> {
                values.avatar(shown.first().avatar(), "gx-av--s");
                out.element("span", "gx-vh", shown.text());
            });
            out.end("span").end("span");
        }
        out.end("li");
    }

    private static void button(ListRow row, String move, Markup out) {
        out.start("button", "gx-btn gx-btn--ghost gx-btn--icon gx-btn--s gx-deal__move")
                .attribute("type", "button")
                .attribute("data-move", "")
                .attribute("aria-haspopup", "dialog")
                .attribute("aria-label", move + " " + row.title())
                .icon("pi-arrow-right-arrow-left")
                .end("button");
    }

    private static Optional<Shown> first(ListRow row, Predicate<ListColumn> wanted) {
        return row.cells().stream()
                .filter(cell -> wanted.test(cell.column()) && !cell.value().nothing())
                .map(ListRow.Cell::value)
                .findFirst();
    }
}
