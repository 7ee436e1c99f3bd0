package io.guanxi.integrations.rest.records;

import io.guanxi.kernel.object.CustomField;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a tenant's own as JSON has them: members of one object {@code custom} of a record, while services know them
 * by names such as {@code custom.contractNo}.
 */
public final class CustomMembers {

    /** Member of a record that holds them. */
    static final String MEMBER = CustomField.PREFIX.substring(0, CustomField.PREFIX.length() - 1);

    private CustomMembers() {}

    /** The members of a record by the names that services know. */
    public static Map<String, Object> flat(Map<String, Object> members) {
        if (!(members.get(MEMBER) instanceof Map<?, ?> custom)) {
            return members;
        }
        Map<String, Object> flat = new LinkedHashMap<>(members);
        flat.remove(MEMBER);
        custom.forEach((name, value) -> flat.put(CustomField.PREFIX + name, value));
        return flat;
    }

    /** Puts a field where JSON has it. */
    @SuppressWarnings("unchecked") // Only this method puts anything under that member.
    static void put(Map<String, Object> members, String field, Object value) {
        if (field.startsWith(CustomField.PREFIX)) {
            ((Map<String, Object>) members.computeIfAbsent(MEMBER, name -> new LinkedHashMap<String, Object>()))
                    .put(field.substring(CustomField.PREFIX.length()), value);
        } else {
            members.put(field, value);
        }
    }
}
