package io.guanxi.kernel.audit;

import io.guanxi.kernel.record.HistoryEntry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Settings as the trail keeps them: their members by name, and of a change those that differ, before and after. */
final class AuditValues {

    /** In the place of what nobody may read, which is never written. */
    static final String MASK = HistoryEntry.MASK;

    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passwd|secret|token|credential|private_?key|api_?key).*");

    private AuditValues() {}

    /**
     * Members that differ, each as a list of before and after.
     *
     * @param before a record, a map, or null for nothing
     * @param after  the same
     */
    static Map<String, Object> difference(Object before, Object after) {
        Map<String, Object> old = members(before);
        Map<String, Object> now = members(after);
        Map<String, Object> changes = new LinkedHashMap<>();
        TreeSet<String> left = new TreeSet<>(old.keySet());
        left.removeAll(now.keySet());
        now.forEach((name, value) -> put(changes, name, old.get(name), value));
        left.forEach(name -> put(changes, name, old.get(name), null));
        return changes;
    }

    private static void put(Map<String, Object> changes, String name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            boolean isSecret = SECRET.matcher(name).matches();
            changes.put(name, Arrays.asList(isSecret ? masked(before) : before, isSecret ? masked(after) : after));
        }
    }

    private static Object masked(Object value) {
        return value == null ? null : MASK;
    }

    private static Map<String, Object> members(Object given) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(String.valueOf(name), tree(value)));
        } else if (given instanceof Record one) {
            members.putAll(components(one));
        } else if (given != null) {
            throw new IllegalArgumentException(given.getClass().getName());
        }
        members.values().removeIf(Objects::isNull);
        return members;
    }

    private static Map<String, Object> components(Record one) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            members.put(component.getName(), tree(read(one, component)));
        }
        return members;
    }

    private static Object read(Record one, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(one);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    /** What JSON knows; secrets deeper down are masked here, those at the top where they differ. */
    private static Object tree(Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Optional<?> optional) {
            return tree(optional.orElse(null));
        }
        if (value instanceof Collection<?> many) {
            List<Object> list = new ArrayList<>();
            many.forEach(one -> list.add(tree(one)));
            return list;
        }
        if (value instanceof Map<?, ?> || value instanceof Record) {
            Map<String, Object> members = members(value);
            members.replaceAll((name, inner) -> SECRET.matcher(name).matches() ? MASK : inner);
            return members;
        }
        return value.toString();
    }
}
