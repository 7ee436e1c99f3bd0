package io.guanxi.integrations.rest.imports;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.imports.SavedMapping;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Mappings of imports as JSON. */
final class ImportMappingJson {

    /** Members that tell about a mapping and cannot be sent. */
    static final Set<String> TOLD = Set.of("id", "own", "editable", "ready");

    private static final Set<String> MEMBERS = Set.of("object", "name", "shared", "columns");

    private ImportMappingJson() {}

    /** What a caller wants a mapping to be; {@code object} is a path, empty when it was not sent. */
    record Wanted(String object, String name, boolean shared, Map<String, String> columns) {}

    static Map<String, Object> write(ObjectDescriptor object, SavedMapping mapping, Locale locale) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", mapping.id());
        members.put("object", object.path());
        members.put("name", mapping.title(locale));
        members.put("shared", mapping.shared());
        members.put("own", mapping.own());
        members.put("editable", mapping.editable());
        members.put("ready", mapping.isReady());
        members.put("columns", mapping.columns());
        return members;
    }

    /**
     * @throws InvalidRecord when a member is unknown or of the wrong kind
     */
    static Wanted read(Map<String, Object> members) {
        List<FieldError> errors = new ArrayList<>();
        members.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> errors.add(FieldError.of(pointer("", name), "member.unknown", name)));
        Object shared = members.get("shared");
        if (shared != null && !(shared instanceof Boolean)) {
            errors.add(FieldError.of("/shared", "type.boolean"));
        }
        Wanted wanted = new Wanted(
                text("/object", members.get("object"), errors),
                text("/name", members.get("name"), errors),
                Boolean.TRUE.equals(shared),
                columns(members.get("columns"), errors));
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
        return wanted;
    }

    /** Columns after a merge patch: those that are null go, the others come or change. */
    static Map<String, Object> merged(Map<String, String> columns, Map<?, ?> patch) {
        Map<String, Object> merged = new LinkedHashMap<>(columns);
        patch.forEach((heading, path) -> {
            if (path == null) {
                merged.remove(heading);
            } else {
                merged.put((String) heading, path);
            }
        });
        return merged;
    }

    private static Map<String, String> columns(Object given, List<FieldError> errors) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((heading, path) ->
                    columns.put((String) heading, text(pointer("/columns", String.valueOf(heading)), path, errors)));
        } else if (given != null) {
            errors.add(FieldError.of("/columns", "type.object"));
        }
        return columns;
    }

    private static String text(String pointer, Object value, List<FieldError> errors) {
        if (value != null && !(value instanceof String)) {
            errors.add(FieldError.of(pointer, "type.text"));
        }
        return value instanceof String text ? text : "";
    }

    private static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
