package io.guanxi.integrations.rest.admin;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members of a definition, read by kind; what is of the wrong kind is told at the end, all of it. */
final class Members {

    private final Map<String, Object> given;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param known names that there may be; others are errors
     */
    Members(Map<String, Object> given, Set<String> known) {
        this.given = given;
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> add("/" + name.replace("~", "~0").replace("/", "~1"), "member.unknown", name));
    }

    Object get(String member) {
        return given.get(member);
    }

    /** The text; null when there is none. */
    String text(String member) {
        Object value = given.get(member);
        if (value != null && !(value instanceof String)) {
            add("/" + member, "type.text");
        }
        return value instanceof String text ? text : null;
    }

    /** The whole number; 0 when there is none. */
    int number(String member) {
        Object value = given.get(member);
        if (value instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        if (value != null) {
            add("/" + member, "type.integer");
        }
        return 0;
    }

    boolean truth(String member, boolean otherwise) {
        Object value = given.get(member);
        if (value != null && !(value instanceof Boolean)) {
            add("/" + member, "type.boolean");
        }
        return value == null ? otherwise : Boolean.TRUE.equals(value);
    }

    Map<String, String> texts(String member) {
        return texts("/" + member, given.get(member));
    }

    /** Texts by language. */
    Map<String, String> texts(String pointer, Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> languages) {
            languages.forEach((language, text) -> {
                if (text instanceof String words) {
                    texts.put(String.valueOf(language), words);
                } else {
                    add(pointer + "/" + language, "type.text");
                }
            });
        } else if (value != null) {
            add(pointer, "type.object");
        }
        return texts;
    }

    void add(String pointer, String code, Object... args) {
        errors.add(FieldError.of(pointer, code, args));
    }

    /**
     * @throws InvalidRecord when anything was wrong
     */
    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }
}
