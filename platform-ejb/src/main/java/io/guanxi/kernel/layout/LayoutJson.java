package io.guanxi.kernel.layout;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.RelatedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A layout as JSON: in the database, over REST and as the editor sends it. */
public final class LayoutJson {

    private static final Set<String> MEMBERS = Set.of("sections", "keyFigures", "related", "hidden");
    private static final Set<String> SECTION_MEMBERS = Set.of("name", "labels", "columns", "fields");

    private final List<FieldError> errors = new ArrayList<>();

    private LayoutJson() {}

    public static Map<String, Object> write(LayoutDefinition layout) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "sections", layout.sections().stream().map(LayoutJson::section).toList());
        members.put("keyFigures", layout.keyFigures());
        members.put("related", layout.related().stream().map(LayoutJson::name).toList());
        members.put("hidden", layout.hidden());
        return members;
    }

    private static Map<String, Object> section(LayoutSection section) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (section.name() != null) {
            members.put("name", section.name());
        }
        members.put("labels", section.labels());
        members.put("columns", section.columns());
        members.put("fields", section.fields());
        return members;
    }

    /** A list beside a record in one word, such as {@code contact.account}. */
    public static String name(RelatedList list) {
        return list.object() + "." + list.field();
    }

    /**
     * @throws InvalidRecord when a member is unknown or of the wrong kind
     */
    public static LayoutDefinition read(Map<String, Object> members) {
        LayoutJson json = new LayoutJson();
        json.refuseOthers("", members, MEMBERS);
        LayoutDefinition layout = new LayoutDefinition(
                json.sections(members.get("sections")),
                json.texts("/keyFigures", members.get("keyFigures")),
                json.related(members.get("related")),
                json.texts("/hidden", members.get("hidden")));
        if (!json.errors.isEmpty()) {
            throw new InvalidRecord(json.errors);
        }
        return layout;
    }

    private List<LayoutSection> sections(Object given) {
        List<LayoutSection> sections = new ArrayList<>();
        List<?> list = list("/sections", given);
        for (int i = 0; i < list.size(); i++) {
            String pointer = "/sections/" + i;
            if (list.get(i) instanceof Map<?, ?> members) {
                sections.add(section(pointer, members));
            } else {
                errors.add(FieldError.of(pointer, "type.object"));
            }
        }
        return sections;
    }

    private LayoutSection section(String pointer, Map<?, ?> members) {
        refuseOthers(pointer, members, SECTION_MEMBERS);
        Object name = members.get("name");
        if (name != null && !(name instanceof String)) {
            errors.add(FieldError.of(pointer + "/name", "type.text"));
        }
        return new LayoutSection(
                name instanceof String text ? text : null,
                labels(pointer + "/labels", members.get("labels")),
                columns(pointer + "/columns", members.get("columns")),
                texts(pointer + "/fields", members.get("fields")));
    }

    private int columns(String pointer, Object given) {
        if (given == null) {
            return Layout.COLUMNS;
        }
        if (given instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        errors.add(FieldError.of(pointer, "type.integer"));
        return Layout.COLUMNS;
    }

    private Map<String, String> labels(String pointer, Object given) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> members) {
            members.forEach((language, text) -> {
                if (text instanceof String words) {
                    labels.put(String.valueOf(language), words);
                } else {
                    errors.add(FieldError.of(pointer + "/" + language, "type.text"));
                }
            });
        } else if (given != null) {
            errors.add(FieldError.of(pointer, "type.object"));
        }
        return labels;
    }

    private List<RelatedList> related(Object given) {
        List<RelatedList> related = new ArrayList<>();
        List<String> names = texts("/related", given);
        for (int i = 0; i < names.size(); i++) {
            String[] parts = names.get(i).split("\\.", 2);
            if (parts.length == 2) {
                related.add(new RelatedList(parts[0], parts[1]));
            } else {
                errors.add(FieldError.of("/related/" + i, "layout.related", names.get(i)));
            }
        }
        return related;
    }

    private List<String> texts(String pointer, Object given) {
        List<String> texts = new ArrayList<>();
        List<?> list = list(pointer, given);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String text) {
                texts.add(text);
            } else {
                errors.add(FieldError.of(pointer + "/" + i, "type.text"));
            }
        }
        return texts;
    }

    private List<?> list(String pointer, Object given) {
        if (given != null && !(given instanceof List)) {
            errors.add(FieldError.of(pointer, "type.array"));
        }
        return given instanceof List<?> list ? list : List.of();
    }

    private void refuseOthers(String pointer, Map<?, ?> members, Set<String> known) {
        members.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .forEach(name -> errors.add(FieldError.of(
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"), "member.unknown", name)));
    }
}
