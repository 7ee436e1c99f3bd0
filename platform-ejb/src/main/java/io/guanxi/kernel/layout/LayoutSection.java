package io.guanxi.kernel.layout;

import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.Section;
import io.guanxi.kernel.object.TenantTexts;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A titled group of fields.
 *
 * @param name    of the shipped section that it is, whose title it has unless it has one of its own; null for a new one
 * @param labels  its title by language tag; may be empty when it has a name
 * @param columns side by side on wide screens, 1 or 2
 * @param fields  in reading order
 */
public record LayoutSection(String name, Map<String, String> labels, int columns, List<String> fields)
        implements Serializable {

    public LayoutSection {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        fields = List.copyOf(fields);
    }

    static LayoutSection of(Section shipped) {
        return new LayoutSection(shipped.name(), Map.of(), Layout.COLUMNS, shipped.fields());
    }

    LayoutSection with(List<String> others) {
        return new LayoutSection(name, labels, columns, others);
    }

    /** The heading in a language. */
    public String title(ObjectDescriptor object, Locale locale) {
        return labels.isEmpty()
                ? Labels.section(object, new Section(name, List.of()), locale)
                : TenantTexts.in(labels, locale);
    }
}
