package io.guanxi.integrations.rest.admin;

import io.guanxi.kernel.access.ShareLevel;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.people.Grantee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The members of a definition, read by kind; what is of the wrong kind is told at the end, all of it. */
public final class Members {

    private static final String KIND = "kind";
    private static final String NAME = "name";

    private final Map<String, Object> given;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param known names that there may be; others are errors
     */
    public Members(Map<String, Object> given, Set<String> known) {
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

    /** The texts of an array; none when there is none. */
    List<String> list(String member) {
        List<String> texts = new ArrayList<>();
        if (given.get(member) instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof String text) {
                    texts.add(text);
                } else {
                    add("/" + member + "/" + i, "type.text");
                }
            }
        } else if (given.get(member) != null) {
            add("/" + member, "type.list");
        }
        return texts;
    }

    /** Somebody with whom records are shared: kind and name in an object; null, and told, when it is none. */
    public Grantee grantee(String member) {
        if (given.get(member) instanceof Map<?, ?> tree
                && tree.get(KIND) instanceof String kind
                && tree.get(NAME) instanceof String name) {
            for (Grantee.Kind one : Grantee.Kind.values()) {
                Grantee grantee = new Grantee(one, name);
                if (word(one).equals(kind) && (one == Grantee.Kind.ROLE || grantee.id() != 0)) {
                    return grantee;
                }
            }
        }
        add("/" + member, "reference.unknown");
        return null;
    }

    /** What may be done with what is shared; null, and told, when it is no level. */
    public ShareLevel level(String member) {
        for (ShareLevel level : ShareLevel.values()) {
            if (word(level).equals(given.get(member))) {
                return level;
            }
        }
        add("/" + member, "sharing.level");
        return null;
    }

    public static Map<String, Object> written(Grantee grantee) {
        return Map.of(KIND, word(grantee.kind()), NAME, grantee.name());
    }

    public static String written(ShareLevel level) {
        return word(level);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    void add(String pointer, String code, Object... args) {
        errors.add(FieldError.of(pointer, code, args));
    }

    /**
     * @throws InvalidRecord when anything was wrong
     */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }
}
