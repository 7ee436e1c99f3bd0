package io.guanxi.kernel.layout;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.LabelRules;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.RelatedList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a layout must be like; everything wrong is told at once, each at its place. */
final class LayoutRules {

    private static final int MOST_SECTIONS = 50;
    private static final int MOST_KEY_FIGURES = 6;
    private static final int LONGEST_TITLE = 80;

    private final ObjectDescriptor object;
    private final List<RelatedList> present;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param present lists that there are beside the object's records
     */
    LayoutRules(ObjectDescriptor object, List<RelatedList> present) {
        this.object = object;
        this.present = present;
    }

    /**
     * @throws InvalidRecord with every error and its pointer
     */
    void check(LayoutDefinition layout) {
        if (layout.sections().isEmpty()) {
            add("/sections", "required");
        }
        if (layout.sections().size() > MOST_SECTIONS) {
            add("/sections", "layout.sections", MOST_SECTIONS);
        }
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < layout.sections().size(); i++) {
            section("/sections/" + i, layout.sections().get(i), placed);
        }
        fields("/hidden", layout.hidden(), placed);
        layout.hidden().stream()
                .map(object::find)
                .flatMap(java.util.Optional::stream)
                .filter(field -> field.required() && !field.readOnly())
                .forEach(field -> add("/hidden", "layout.required", field.name()));
        if (layout.keyFigures().size() > MOST_KEY_FIGURES) {
            add("/keyFigures", "layout.keyFigures", MOST_KEY_FIGURES);
        }
        fields("/keyFigures", layout.keyFigures(), new HashSet<>());
        related(layout.related());
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }

    private void section(String pointer, LayoutSection section, Set<String> placed) {
        boolean isShipped =
                object.sections().stream().anyMatch(shipped -> shipped.name().equals(section.name()));
        if (section.name() != null && !isShipped && section.labels().isEmpty()) {
            add(pointer + "/name", "layout.section", section.name());
        }
        LabelRules.check(pointer + "/labels", section.labels(), LONGEST_TITLE, section.name() == null, errors::add);
        if (section.columns() < 1 || section.columns() > 2) {
            add(pointer + "/columns", "layout.columns");
        }
        fields(pointer + "/fields", section.fields(), placed);
    }

    private void fields(String pointer, List<String> names, Set<String> placed) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (object.find(name).isEmpty()) {
                add(pointer + "/" + i, "layout.field", name);
            } else if (!placed.add(name)) {
                add(pointer + "/" + i, "layout.twice", name);
            }
        }
    }

    private void related(List<RelatedList> lists) {
        Set<RelatedList> seen = new HashSet<>();
        for (int i = 0; i < lists.size(); i++) {
            RelatedList list = lists.get(i);
            if (!present.contains(list)) {
                add("/related/" + i, "layout.related", LayoutJson.name(list));
            } else if (!seen.add(list)) {
                add("/related/" + i, "layout.twice", LayoutJson.name(list));
            }
        }
    }

    /**
     * What gives records their type.
     *
     * @throws InvalidRecord when the field is no choice
     */
    static FieldDescriptor requireType(ObjectDescriptor object, String field) {
        return object.find(field)
                .filter(found -> found.type() == io.guanxi.kernel.object.FieldType.CHOICE)
                .orElseThrow(() -> new InvalidRecord(FieldError.of("/recordTypeField", "layout.typeField")));
    }

    private void add(String pointer, String code, Object... args) {
        errors.add(FieldError.of(pointer, code, args));
    }
}
