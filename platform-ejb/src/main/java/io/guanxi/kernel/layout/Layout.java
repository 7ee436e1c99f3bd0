package io.guanxi.kernel.layout;

import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.RelatedList;
import java.util.List;

/**
 * The arrangement of a record's page and form, with fields and lists that are there.
 *
 * @param sections   groups of fields
 * @param keyFigures fields shown large in the header
 * @param related    lists beside the record
 */
public record Layout(List<LayoutSection> sections, List<String> keyFigures, List<RelatedList> related) {

    /** Side by side in a section when nothing else is said. */
    public static final int COLUMNS = 2;

    public Layout {
        sections = List.copyOf(sections);
        keyFigures = List.copyOf(keyFigures);
        related = List.copyOf(related);
    }

    /** As the product ships it. */
    public static Layout shipped(ObjectDescriptor object, List<RelatedList> related) {
        return new Layout(object.sections().stream().map(LayoutSection::of).toList(), object.keyFigures(), related);
    }
}
