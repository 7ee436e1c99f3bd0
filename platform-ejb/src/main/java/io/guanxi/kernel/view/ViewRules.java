package io.guanxi.kernel.view;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.QueryCheck;
import io.guanxi.kernel.query.RecordGroup;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.kernel.query.SortKey;
import io.guanxi.kernel.record.TextRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a view must be to be kept; tells everything that is wrong at once, each thing with its pointer. */
public final class ViewRules {

    public static final int MAX_NAME = 80;
    public static final int MAX_COLUMNS = 60;
    public static final int MAX_COLOURS = 10;

    private final ObjectDescriptor object;
    private final List<FieldError> errors = new ArrayList<>();

    private ViewRules(ObjectDescriptor object) {
        this.object = object;
    }

    /**
     * @throws InvalidRecord when something is wrong
     */
    static void require(ObjectDescriptor object, String name, ViewSettings settings) {
        ViewRules rules = new ViewRules(object);
        rules.name(name);
        rules.columns(settings.columns());
        rules.query("/filter", () -> QueryCheck.filter(object, RsqlFilters.parse(settings.filter())));
        rules.query("/sort", () -> QueryCheck.sort(object, SortKey.parse(settings.sort())));
        rules.group(settings.groupBy());
        rules.colours(settings.colours());
        rules.form(settings);
        rules.done();
    }

    /**
     * @throws InvalidRecord when a column is wrong
     */
    static void require(ObjectDescriptor object, List<ViewColumn> columns) {
        ViewRules rules = new ViewRules(object);
        rules.columns(columns);
        rules.done();
    }

    /** Whether the choices of a field can be the columns of a board. */
    public static boolean boards(FieldDescriptor field) {
        return field.type() == FieldType.CHOICE && field.filterable() && !field.readOnly();
    }

    /** Whether a field can say on which day of a calendar a record stands. */
    public static boolean dates(FieldDescriptor field) {
        return (field.type() == FieldType.DATE || field.type() == FieldType.INSTANT) && field.filterable();
    }

    private void name(String name) {
        if (name == null || name.isBlank()) {
            errors.add(FieldError.of("/name", "required"));
        } else if (name.length() > MAX_NAME) {
            errors.add(FieldError.of("/name", "text.tooLong", MAX_NAME));
        } else if (TextRules.hasForbidden(name, false)) {
            errors.add(FieldError.of("/name", "text.forbidden"));
        }
    }

    private void columns(List<ViewColumn> columns) {
        if (columns.size() > MAX_COLUMNS) {
            errors.add(FieldError.of("/columns", "view.tooManyColumns", MAX_COLUMNS));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            ViewColumn column = columns.get(i);
            String pointer = "/columns/" + i;
            if (object.find(String.valueOf(column.field())).isEmpty()) {
                errors.add(FieldError.of(pointer + "/field", "query.unknownField", String.valueOf(column.field())));
            } else if (!seen.add(column.field())) {
                errors.add(FieldError.of(pointer + "/field", "view.columnTwice", column.field()));
            }
            boolean sized = column.width() >= ViewColumn.MIN_WIDTH && column.width() <= ViewColumn.MAX_WIDTH;
            if (column.width() != 0 && !sized) {
                errors.add(FieldError.of(pointer + "/width", "view.width", ViewColumn.MIN_WIDTH, ViewColumn.MAX_WIDTH));
            }
        }
    }

    private void group(String field) {
        if (!field.isEmpty() && object.find(field).filter(RecordGroup::divides).isEmpty()) {
            errors.add(FieldError.of("/groupBy", "view.groupBy", field));
        }
    }

    private void colours(List<ColourRule> colours) {
        if (colours.size() > MAX_COLOURS) {
            errors.add(FieldError.of("/colours", "view.tooManyColours", MAX_COLOURS));
        }
        for (int i = 0; i < colours.size(); i++) {
            String filter = colours.get(i).filter();
            String pointer = "/colours/" + i;
            if (filter == null || filter.isBlank()) {
                errors.add(FieldError.of(pointer + "/filter", "required"));
            } else {
                query(pointer + "/filter", () -> QueryCheck.filter(object, RsqlFilters.parse(filter)));
            }
            if (colours.get(i).colour() == null) {
                errors.add(FieldError.of(pointer + "/colour", "view.colour"));
            }
        }
    }

    private void form(ViewSettings settings) {
        boolean fits =
                switch (settings.form()) {
                    case TABLE -> settings.formField().isEmpty();
                    case BOARD ->
                        object.find(settings.formField())
                                .filter(ViewRules::boards)
                                .isPresent();
                    case CALENDAR ->
                        object.find(settings.formField())
                                .filter(ViewRules::dates)
                                .isPresent();
                };
        if (!fits) {
            errors.add(FieldError.of("/formField", "view.formField", settings.formField()));
        }
    }

    private void query(String pointer, Runnable check) {
        try {
            check.run();
        } catch (InvalidQuery e) {
            errors.add(new FieldError(pointer, e.code(), e.args()));
        }
    }

    private void done() {
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }
}
