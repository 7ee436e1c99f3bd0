package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;

/**
 * One column of a list.
 *
 * @param label    heading
 * @param order    {@code ascending}, {@code descending} or {@code none}
 * @param sortHref address that sorts by it, the other way round when it already does; empty when it cannot
 * @param slot     where its value stands on the card of a phone: {@code title}, {@code badge}, {@code meta},
 *     {@code end}; empty when it is left out
 * @param width    in CSS pixels; 0 lets the browser decide
 */
public record ListColumn(FieldDescriptor field, String label, String order, String sortHref, String slot, int width) {

    public String name() {
        return field.name();
    }

    public boolean numeric() {
        return field.type() == FieldType.MONEY || field.type().isNumber();
    }

    public boolean title() {
        return slot.equals("title");
    }

    public boolean sortable() {
        return !sortHref.isEmpty();
    }

    /** The width as a style of the heading; empty when the browser decides. */
    public String style() {
        return width == 0 ? "" : "width:" + width + "px;min-width:" + width + "px;max-width:" + width + "px";
    }

    public String icon() {
        return switch (order) {
            case "ascending" -> "pi-arrow-up";
            case "descending" -> "pi-arrow-down";
            default -> "";
        };
    }
}
