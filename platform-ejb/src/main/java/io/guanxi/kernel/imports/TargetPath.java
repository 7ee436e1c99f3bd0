package io.guanxi.kernel.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a column's values go: {@code name}, {@code phones[work]}, {@code addresses[billing].city}, {@code account[name]} for a
 * record pointed to by its name, or the same in a companion made from the same row, such as {@code contact.phones[mobile]}.
 *
 * @param companion name of the companion object; empty for the imported object itself
 * @param field     of the object
 * @param label     kind of the list element, or the field by which a record pointed to is found; empty for a field that is no list
 * @param member    of the list element; empty for a field that is no list
 */
record TargetPath(String companion, String field, String label, String member) {

    /** Name of a target that is no field: a person's whole name in one column. */
    static final String FULL_NAME = "fullName";

    /** Name of a target that is no field of an input: what the row is called in the system the file comes from. */
    static final String EXTERNAL_ID = "externalId";

    private static final Pattern FORM = Pattern.compile(
            "(?:(?!custom\\.)(\\w+)\\.)?((?:custom\\.)?\\w+)(?:\\[((?:custom\\.)?\\w+)](?:\\.(\\w+))?)?");

    /**
     * @throws InvalidMapping when the text has another form
     */
    static TargetPath parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            throw new InvalidMapping("import.unknownTarget", path);
        }
        String field = form.group(2);
        String label = orEmpty(form.group(3));
        String member = orEmpty(form.group(4));
        return new TargetPath(
                orEmpty(form.group(1)),
                field,
                label,
                !label.isEmpty() && member.isEmpty() ? soleMember(field) : member);
    }

    /** Sets the value in an input, in the list element of the label where there is one. */
    void put(Map<String, Object> input, Object value) {
        if (label.isEmpty()) {
            input.put(field, value);
            return;
        }
        @SuppressWarnings("unchecked") // Only this method puts anything under the name of a list.
        List<Map<String, Object>> elements =
                (List<Map<String, Object>>) input.computeIfAbsent(field, name -> new ArrayList<Map<String, Object>>());
        elements.stream()
                .filter(element -> label.equals(element.get("label")))
                .findFirst()
                .orElseGet(() -> added(elements))
                .put(member, value);
    }

    private Map<String, Object> added(List<Map<String, Object>> elements) {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("label", label);
        elements.add(element);
        return element;
    }

    private static String soleMember(String field) {
        return field.equals("phones") ? "number" : "address";
    }

    private static String orEmpty(String group) {
        return group == null ? "" : group;
    }
}
