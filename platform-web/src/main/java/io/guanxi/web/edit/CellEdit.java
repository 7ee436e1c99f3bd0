package io.guanxi.web.edit;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.RecordNotFound;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.RecordService;
import io.guanxi.kernel.record.RecordView;
import io.guanxi.web.format.FieldOptions;
import io.guanxi.web.format.FieldValues;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.JsonServlet;
import io.guanxi.web.shell.PersonalSettings;
import io.guanxi.web.shell.Texts;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One field of a record, changed where it is shown: a cell of a list, a card put into another column, a day of a calendar.
 * Takes what a form takes, says the same when it is wrong, and refuses to overwrite what somebody else has changed.
 */
@WebServlet(name = "CELL")
public class CellEdit extends JsonServlet {

    @Inject
    private transient Here here;

    @Inject
    private transient RecordService records;

    @Inject
    private transient AccessPolicy policy;

    @Inject
    private transient FieldOptions options;

    @Inject
    private transient PersonalSettings settings;

    @Inject
    private transient FieldValues values;

    @Inject
    private transient Texts texts;

    /** Whether a value of the kind fits into a cell: lists of addresses, rich text and the like need the form. */
    public static boolean fits(FieldDescriptor field) {
        return !field.readOnly() && !field.type().isList() && field.type() != FieldType.RICH_TEXT;
    }

    /** With what the field is edited and what is in it. */
    @Override
    protected Object read(HttpServletRequest request) {
        ObjectDescriptor object = here.object();
        policy.require(object, Operation.UPDATE);
        FieldDescriptor field = field(object, request.getParameter("field"));
        RecordView record = records.require(object.name(), here.getId());
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("label", Labels.field(object, field, texts.locale()));
        cell.put("type", field.type().name());
        cell.put("required", field.required());
        cell.put("length", field.maxLength());
        cell.put("version", record.version());
        cell.put("value", value(field, record));
        cell.put("shown", record.labels().get(field.name()));
        if (field.type() == FieldType.MONEY) {
            cell.put("options", items(options.getCurrencies()));
        } else if (!options.of(object, field).isEmpty()
                && field.type() != FieldType.MEMBER
                && field.type() != FieldType.TAGS) {
            cell.put("options", items(offered(field, record, options.with(object, field, record.text(field.name())))));
        }
        cell.put("words", texts.startingWith("cell."));
        return cell;
    }

    /** Those that go with what the record says in the field that they depend on. */
    private static List<SelectItem> offered(FieldDescriptor field, RecordView record, List<SelectItem> items) {
        return field.dependence()
                .map(dependence -> items.stream()
                        .filter(item ->
                                dependence.offers(item.getValue().toString(), (String) record.value(dependence.on())))
                        .toList())
                .orElse(items);
    }

    private static List<Map<String, Object>> items(List<SelectItem> items) {
        return items.stream()
                .map(item -> Map.of("value", item.getValue(), "label", (Object) item.getLabel()))
                .toList();
    }

    /**
     * Changes the field; {@code version} is the one that was read. Answers the version there is now and what was in the field
     * before, so that it can be put back.
     */
    @Override
    protected Object change(HttpServletRequest request, Map<String, Object> input) {
        ObjectDescriptor object = here.object();
        FieldDescriptor field = field(object, String.valueOf(input.get("field")));
        RecordView before = records.require(object.name(), here.getId());
        OptionalLong expected =
                input.get("version") instanceof Long version ? OptionalLong.of(version) : OptionalLong.empty();
        Map<String, Object> patch = new HashMap<>();
        patch.put(field.name(), external(field, input.get("value")));
        RecordView changed = records.update(object.name(), here.getId(), expected, patch);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", changed.version());
        answer.put("before", value(field, before));
        answer.put("said", texts.of("cell.saved", Labels.field(object, field, texts.locale())));
        answer.put("undo", texts.of("toast.undo"));
        return answer;
    }

    private static FieldDescriptor field(ObjectDescriptor object, String name) {
        return object.find(String.valueOf(name)).filter(CellEdit::fits).orElseThrow(RecordNotFound::new);
    }

    /** What an input shows: of instants the local time, of all others the external form. */
    private Object value(FieldDescriptor field, RecordView record) {
        Object value = record.value(field.name());
        return field.type() != FieldType.INSTANT || value == null
                ? value
                : Instant.parse(value.toString())
                        .atZone(settings.zone())
                        .toLocalDateTime()
                        .toString();
    }

    /** What was typed as the field's external form; what is none is passed on, for the service to say so. */
    private Object external(FieldDescriptor field, Object typed) {
        FieldInput input = new FieldInput(field, values.formats());
        if (field.type() == FieldType.INSTANT && typed instanceof String text) {
            input.setText(text);
        } else {
            input.fill(typed, null);
        }
        return input.external();
    }
}
