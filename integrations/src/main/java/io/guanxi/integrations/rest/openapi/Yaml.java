package io.guanxi.integrations.rest.openapi;

import io.guanxi.integrations.rest.json.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes maps and lists in YAML blocks; every text as a JSON string, which YAML 1.2 takes as it is. */
final class Yaml {

    private final StringBuilder out = new StringBuilder();

    private Yaml() {}

    static byte[] write(Map<String, Object> document) {
        Yaml yaml = new Yaml();
        yaml.map(document, 0, false);
        return yaml.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Members one below the other; the first stands on the current line after a dash. */
    private void map(Map<?, ?> members, int depth, boolean afterDash) {
        boolean first = afterDash;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            indent(first ? 0 : depth);
            first = false;
            out.append(scalar(member.getKey())).append(':');
            value(member.getValue(), depth + 1);
        }
    }

    private void list(List<?> elements, int depth) {
        Iterator<?> each = elements.iterator();
        while (each.hasNext()) {
            indent(depth);
            out.append('-');
            Object element = each.next();
            if (element instanceof Map<?, ?> members && !members.isEmpty()) {
                out.append(' ');
                map(members, depth + 1, true);
            } else {
                value(element, depth + 1);
            }
        }
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> members && !members.isEmpty()) {
            out.append('\n');
            map(members, depth, false);
        } else if (value instanceof List<?> elements && !elements.isEmpty()) {
            out.append('\n');
            list(elements, depth);
        } else {
            out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static String scalar(Object value) {
        return new String(JsonOutput.write(value), StandardCharsets.UTF_8);
    }

    private void indent(int depth) {
        out.append("  ".repeat(depth));
    }
}
