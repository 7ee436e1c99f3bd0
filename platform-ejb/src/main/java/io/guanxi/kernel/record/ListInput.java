package io.guanxi.kernel.record;

import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ListMembers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arrays of phones, e-mails and addresses: at most twenty elements, each with a label from the field's own list. */
final class ListInput {

    static final int MOST = 20;

    private ListInput() {}

    /** JSON text of the cleaned array; null when it is empty. */
    static String parse(FieldDescriptor field, Object raw, String pointer, InputErrors errors) {
        if (!(raw instanceof List<?> elements)) {
            return (String) errors.add(pointer, "type.list");
        }
        if (elements.size() > MOST) {
            return (String) errors.add(pointer, "list.tooLong", MOST);
        }
        List<Object> cleaned = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Map<String, Object> element = element(field, elements.get(i), pointer + "/" + i, errors);
            if (element != null) {
                cleaned.add(element);
            }
        }
        return cleaned.isEmpty() ? null : JsonTree.write(cleaned);
    }

    private static Map<String, Object> element(FieldDescriptor field, Object raw, String pointer, InputErrors errors) {
        if (!(raw instanceof Map<?, ?> given)) {
            errors.add(pointer, "type.object");
            return null;
        }
        Map<String, FieldDescriptor> members = ListMembers.of(field);
        given.keySet().stream()
                .filter(name -> !members.containsKey(name))
                .forEach(name -> errors.add(pointer + "/" + name, "member.unknown", name));
        Map<String, Object> element = new LinkedHashMap<>();
        members.values().forEach(member -> {
            Object value = given.get(member.name());
            String at = pointer + "/" + member.name();
            String text = value == null ? null : FieldCodec.text(member, value, at, errors);
            if (text == null && member.required() && !errors.hasAt(at)) {
                errors.add(at, "required");
            }
            if (text != null) {
                element.put(member.name(), text);
            }
        });
        element.putIfAbsent("label", field.options().get(0));
        if (field.type() == FieldType.ADDRESSES && element.size() == 1) {
            errors.add(pointer, "address.empty");
        }
        return element;
    }
}
