package io.guanxi.kernel.layout;

import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.RelatedList;
import io.guanxi.kernel.object.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an admin says about the arrangement of an object's records.
 *
 * @param sections   groups of fields
 * @param keyFigures fields shown large in the header
 * @param related    lists beside the record, in order
 * @param hidden     fields that are not shown. A field that is neither here nor in a section is newer than the layout and
 *     shown all the same, so that a new field can be used at once.
 */
public record LayoutDefinition(
        List<LayoutSection> sections, List<String> keyFigures, List<RelatedList> related, List<String> hidden) {

    public LayoutDefinition {
        sections = List.copyOf(sections);
        keyFigures = List.copyOf(keyFigures);
        related = List.copyOf(related);
        hidden = List.copyOf(hidden);
    }

    /** The shipped arrangement, to begin with. */
    public static LayoutDefinition of(Layout layout) {
        return new LayoutDefinition(layout.sections(), layout.keyFigures(), layout.related(), List.of());
    }

    /**
     * The arrangement with what is there now.
     *
     * @param present lists that there are beside the object's records
     */
    public Layout apply(ObjectDescriptor object, List<RelatedList> present) {
        List<LayoutSection> arranged = new ArrayList<>();
        for (LayoutSection section : sections) {
            arranged.add(section.with(known(object, section.fields())));
        }
        newer(object).forEach((home, fields) -> add(arranged, home, fields));
        return new Layout(
                arranged.stream().filter(section -> !section.fields().isEmpty()).toList(),
                known(object, keyFigures),
                related.stream().filter(present::contains).toList());
    }

    /** The same without a field. */
    LayoutDefinition without(String field) {
        List<LayoutSection> left = sections.stream()
                .map(section -> section.with(except(section.fields(), field)))
                .toList();
        return new LayoutDefinition(left, except(keyFigures, field), related, except(hidden, field));
    }

    /** The same without a list beside the record. */
    LayoutDefinition withoutList(String object, String field) {
        RelatedList list = new RelatedList(object, field);
        return new LayoutDefinition(
                sections,
                keyFigures,
                related.stream().filter(one -> !one.equals(list)).toList(),
                hidden);
    }

    private static List<String> except(List<String> fields, String field) {
        return fields.stream().filter(one -> !one.equals(field)).toList();
    }

    private static List<String> known(ObjectDescriptor object, List<String> fields) {
        return fields.stream().filter(field -> object.find(field).isPresent()).toList();
    }

    /** Shipped and own fields that the layout does not know yet, by the shipped section they stand in. */
    private Map<String, List<String>> newer(ObjectDescriptor object) {
        Set<String> placed = new HashSet<>(hidden);
        sections.forEach(section -> placed.addAll(section.fields()));
        Map<String, List<String>> newer = new LinkedHashMap<>();
        for (Section section : object.sections()) {
            List<String> fields = section.fields().stream()
                    .filter(field -> !placed.contains(field))
                    .toList();
            if (!fields.isEmpty()) {
                newer.put(section.name(), fields);
            }
        }
        return newer;
    }

    private static void add(List<LayoutSection> sections, String home, List<String> fields) {
        for (int i = 0; i < sections.size(); i++) {
            LayoutSection section = sections.get(i);
            if (home.equals(section.name())) {
                List<String> all = new ArrayList<>(section.fields());
                all.addAll(fields);
                sections.set(i, section.with(all));
                return;
            }
        }
        sections.add(LayoutSection.of(new Section(home, fields)));
    }
}
