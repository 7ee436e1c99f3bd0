package io.guanxi.kernel.object;

import java.util.regex.Pattern;

/**
 * A view every tenant starts with, shown as a tab over the list.
 *
 * @param name   its label stands in the object's bundle under {@code <object>.view.<name>}
 * @param filter RSQL; {@code me} stands for the caller in comparisons with members; empty shows all
 * @param sort   as in REST: {@code -updatedAt,name}
 */
public record ListView(String name, String filter, String sort) {

    /** Whether its filter or its order is about the field. */
    boolean mentions(String field) {
        return Pattern.compile("\\b" + Pattern.quote(field) + "\\b")
                .matcher(filter + " " + sort)
                .find();
    }
}
