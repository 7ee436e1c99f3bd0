package io.guanxi.web.list;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.QueryCheck;
import io.guanxi.kernel.query.RecordGroup;
import io.guanxi.kernel.query.RsqlFilters;
import io.guanxi.kernel.view.RowColour;
import io.guanxi.kernel.view.ViewRules;
import io.guanxi.kernel.view.ViewSettings;
import io.guanxi.web.format.FieldOptions;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.JsonServlet;
import io.guanxi.web.shell.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the dialogs over a list need to know, asked for when the first of them opens: most readers of a list open none, and
 * an object may have hundreds of fields.
 */
@WebServlet(name = "TOOLS")
public class ListTools extends JsonServlet {

    @Inject
    private transient Here here;

    @Inject
    private transient RecordList list;

    @Inject
    private transient ListViews views;

    @Inject
    private transient FilterTree trees;

    @Inject
    private transient FieldOptions options;

    @Inject
    private transient AccessPolicy policy;

    @Inject
    private transient Texts texts;

    @Override
    protected Object read(HttpServletRequest request) {
        ObjectDescriptor object = here.object();
        policy.require(object, Operation.READ);
        Map<String, Object> tools = new LinkedHashMap<>();
        tools.put("title", object.titleField());
        tools.put(
                "fields",
                object.fields().values().stream()
                        .map(field -> field(object, field))
                        .toList());
        tools.put("tree", trees.of(list.filter()));
        tools.put("columns", columns());
        tools.put("view", view());
        tools.put(
                "colours",
                Arrays.stream(RowColour.values())
                        .map(colour -> Map.of(
                                "value", colour.name().toLowerCase(Locale.ROOT), "label", texts.of("colour." + colour)))
                        .toList());
        tools.put(
                "periods",
                FilterTree.PERIODS.stream()
                        .map(name -> Map.of("value", name, "label", texts.of("period." + name)))
                        .toList());
        tools.put("words", texts.startingWith("tool."));
        return tools;
    }

    /** Whether a filter can be served, so that the dialog can say at its place what is wrong. */
    @Override
    protected Object change(HttpServletRequest request, Map<String, Object> input) {
        policy.require(here.object(), Operation.READ);
        try {
            QueryCheck.filter(here.object(), RsqlFilters.parse((String) input.get("filter")));
            return Map.of();
        } catch (InvalidQuery e) {
            Object field = e.args().isEmpty() ? "" : e.args().get(0);
            return Map.of("message", texts.error(e), "field", field);
        }
    }

    private Map<String, Object> field(ObjectDescriptor object, FieldDescriptor field) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", field.name());
        told.put("label", Labels.field(object, field, texts.locale()));
        told.put("editor", editor(field));
        told.put("person", field.type() == FieldType.MEMBER);
        told.put("filterable", field.filterable());
        told.put("sortable", field.sortable());
        told.put("groups", RecordGroup.divides(field));
        told.put("boards", ViewRules.boards(field));
        told.put("dates", ViewRules.dates(field));
        if (field.filterable()) {
            told.put(
                    "conditions",
                    Condition.of(field.type()).stream()
                            .map(condition -> Map.of(
                                    "value",
                                    condition.name(),
                                    "label",
                                    texts.of("condition." + condition),
                                    "operator",
                                    condition.operator().symbols().get(0),
                                    "takes",
                                    condition.takes()))
                            .toList());
        }
        if (field.type().hasOptions() || field.type() == FieldType.BOOLEAN) {
            told.put(
                    "options",
                    options.of(object, field).stream()
                            .map(item -> Map.of("value", item.getValue(), "label", item.getLabel()))
                            .toList());
        }
        return told;
    }

    /** With what a value is entered. */
    static String editor(FieldDescriptor field) {
        return switch (field.type()) {
            case INTEGER, DECIMAL, PERCENT, MONEY -> "number";
            case DATE -> "date";
            case INSTANT -> "moment";
            case TIME -> "time";
            case CHOICE, MULTI_CHOICE, BOOLEAN -> "options";
            case COUNTRY, CURRENCY, LANGUAGE, TIME_ZONE, OBJECT, MEMBER, TAGS, REFERENCE -> "lookup";
            default -> "text";
        };
    }

    private List<Map<String, Object>> columns() {
        return list.getColumns().stream()
                .map(column -> Map.<String, Object>of("field", column.name(), "width", column.width()))
                .toList();
    }

    private Map<String, Object> view() {
        ShownView current = views.getCurrent();
        ViewSettings settings = views.shown();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("key", current.key());
        told.put("name", current.label());
        told.put("saved", current.saved().isPresent());
        told.put("editable", current.editable());
        told.put("shared", current.isShared());
        told.put("shareable", policy.allows(here.object(), Operation.UPDATE));
        told.put("version", current.saved().map(view -> view.version()).orElse(0L));
        told.put("filter", settings.filter());
        told.put("sort", settings.sort());
        told.put("groupBy", settings.groupBy());
        told.put("form", ListViews.word(settings.form()));
        told.put("formField", settings.formField());
        told.put(
                "colours",
                settings.colours().stream()
                        .map(rule -> Map.of(
                                "filter",
                                rule.filter(),
                                "colour",
                                rule.colour().name().toLowerCase(Locale.ROOT),
                                "tree",
                                trees.of(RsqlFilters.parse(rule.filter()))))
                        .toList());
        return told;
    }
}
