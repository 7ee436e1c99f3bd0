package io.guanxi.kernel.view;

import java.util.List;

/**
 * What a view shows and how.
 *
 * @param columns   in order; empty for those of the object
 * @param filter    RSQL; empty shows all
 * @param sort      as in REST, {@code -updatedAt,name}; empty for newest first
 * @param groupBy   name of the field whose values divide a table; empty for none
 * @param colours   rules for the colours of rows, the strongest first
 * @param form      how the records are laid out
 * @param formField name of the field with the columns of a board or the day in a calendar; empty for tables
 */
public record ViewSettings(
        List<ViewColumn> columns,
        String filter,
        String sort,
        String groupBy,
        List<ColourRule> colours,
        ViewForm form,
        String formField) {

    /** A table of everything. */
    public static final ViewSettings PLAIN = new ViewSettings(List.of(), "", "", "", List.of(), ViewForm.TABLE, "");

    public ViewSettings {
        columns = List.copyOf(columns);
        colours = List.copyOf(colours);
    }

    public ViewSettings columns(List<ViewColumn> chosen) {
        return new ViewSettings(chosen, filter, sort, groupBy, colours, form, formField);
    }

    public ViewSettings query(String condition, String order) {
        return new ViewSettings(columns, condition, order, groupBy, colours, form, formField);
    }

    public ViewSettings groupBy(String field) {
        return new ViewSettings(columns, filter, sort, field, colours, form, formField);
    }

    public ViewSettings colours(List<ColourRule> rules) {
        return new ViewSettings(columns, filter, sort, groupBy, rules, form, formField);
    }

    public ViewSettings form(ViewForm shape, String field) {
        return new ViewSettings(columns, filter, sort, groupBy, colours, shape, field);
    }
}
