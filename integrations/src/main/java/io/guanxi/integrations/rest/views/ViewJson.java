package io.guanxi.integrations.rest.views;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.view.ColourRule;
import io.guanxi.kernel.view.OpenView;
import io.guanxi.kernel.view.RowColour;
import io.guanxi.kernel.view.SavedView;
import io.guanxi.kernel.view.ViewColumn;
import io.guanxi.kernel.view.ViewForm;
import io.guanxi.kernel.view.ViewSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Views as JSON. */
final class ViewJson {

    /** Members that tell about a view and cannot be sent. */
    static final Set<String> TOLD = Set.of("id", "own", "editable", "missing");

    private static final Set<String> MEMBERS =
            Set.of("object", "name", "shared", "columns", "filter", "sort", "groupBy", "colours", "form", "formField");

    private final Map<String, Object> members;
    private final List<FieldError> errors = new ArrayList<>();

    /** What a caller wants a view to be; {@code object} is a path, null when it was not sent. */
    record Wanted(String object, String name, boolean shared, ViewSettings settings) {}

    private ViewJson(Map<String, Object> members) {
        this.members = members;
    }

    static Map<String, Object> write(ObjectDescriptor object, SavedView view) {
        ViewSettings settings = view.settings();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", view.id());
        members.put("object", object.path());
        members.put("name", view.name());
        members.put("shared", view.shared());
        members.put("own", view.own());
        members.put("editable", view.editable());
        members.put(
                "columns",
                settings.columns().stream()
                        .map(column -> column.width() == 0
                                ? Map.of("field", column.field())
                                : Map.of("field", column.field(), "width", column.width()))
                        .toList());
        members.put("filter", settings.filter());
        members.put("sort", settings.sort());
        members.put("groupBy", settings.groupBy());
        members.put(
                "colours",
                settings.colours().stream()
                        .map(rule -> Map.of("filter", rule.filter(), "colour", word(rule.colour())))
                        .toList());
        members.put("form", word(settings.form()));
        members.put("formField", settings.formField());
        members.put("missing", List.copyOf(OpenView.of(object, settings).missing()));
        return members;
    }

    /** A constant as it stands in JSON. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws InvalidRecord when a member is unknown or of the wrong kind
     */
    static Wanted read(Map<String, Object> members) {
        ViewJson json = new ViewJson(members);
        Wanted wanted = json.wanted();
        if (!json.errors.isEmpty()) {
            throw new InvalidRecord(json.errors);
        }
        return wanted;
    }

    private Wanted wanted() {
        members.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> errors.add(
                        FieldError.of("/" + name.replace("~", "~0").replace("/", "~1"), "member.unknown", name)));
        ViewSettings settings = new ViewSettings(
                list("/columns", members.get("columns"), this::column),
                text("/filter", members.get("filter")),
                text("/sort", members.get("sort")),
                text("/groupBy", members.get("groupBy")),
                list("/colours", members.get("colours"), this::colour),
                constant("/form", members.getOrDefault("form", "table"), ViewForm.class, "view.form")
                        .orElse(ViewForm.TABLE),
                text("/formField", members.get("formField")));
        Object shared = members.get("shared");
        if (shared != null && !(shared instanceof Boolean)) {
            errors.add(FieldError.of("/shared", "type.boolean"));
        }
        return new Wanted(
                (String) Optional.ofNullable(members.get("object"))
                        .filter(String.class::isInstance)
                        .orElse(null),
                text("/name", members.get("name")),
                Boolean.TRUE.equals(shared),
                settings);
    }

    private ViewColumn column(Member member) {
        Object width = member.of("width");
        boolean isWhole = width instanceof Number number && number.doubleValue() == number.intValue();
        if (width != null && !isWhole) {
            errors.add(FieldError.of(member.pointer() + "/width", "type.integer"));
        }
        return new ViewColumn(
                text(member.pointer() + "/field", member.of("field")), isWhole ? ((Number) width).intValue() : 0);
    }

    private ColourRule colour(Member member) {
        return new ColourRule(
                text(member.pointer() + "/filter", member.of("filter")),
                constant(member.pointer() + "/colour", member.of("colour"), RowColour.class, "view.colour")
                        .orElse(RowColour.GRAY));
    }

    /** An element of a list and where it stands. */
    private record Member(String pointer, Map<?, ?> values) {
        Object of(String name) {
            return values.get(name);
        }
    }

    private <T> List<T> list(String pointer, Object value, Function<Member, T> element) {
        List<T> read = new ArrayList<>();
        if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof Map<?, ?> map) {
                    read.add(element.apply(new Member(pointer + "/" + i, map)));
                } else {
                    errors.add(FieldError.of(pointer + "/" + i, "type.object"));
                }
            }
        } else if (value != null) {
            errors.add(FieldError.of(pointer, "type.array"));
        }
        return read;
    }

    private String text(String pointer, Object value) {
        if (value != null && !(value instanceof String)) {
            errors.add(FieldError.of(pointer, "type.text"));
        }
        return value instanceof String text ? text : "";
    }

    private <E extends Enum<E>> Optional<E> constant(String pointer, Object value, Class<E> constants, String code) {
        for (E constant : constants.getEnumConstants()) {
            if (word(constant).equals(value)) {
                return Optional.of(constant);
            }
        }
        errors.add(FieldError.of(pointer, code));
        return Optional.empty();
    }
}
