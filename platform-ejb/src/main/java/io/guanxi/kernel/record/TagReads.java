package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.Formulas;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.ReadPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which fields are tags, or follow from tags by formulas, of their own record or of another. */
final class TagReads {

    private final ObjectRegistry objects;
    private final Map<FieldDescriptor, Boolean> known = new HashMap<>();

    TagReads(ObjectRegistry objects) {
        this.objects = objects;
    }

    /** An object without such fields. */
    ObjectDescriptor without(ObjectDescriptor object) {
        List<FieldDescriptor> fields = object.fields().values().stream()
                .filter(field -> !isTagged(object, field))
                .toList();
        return fields.size() == object.fields().size() ? object : object.having(fields);
    }

    private boolean isTagged(ObjectDescriptor object, FieldDescriptor field) {
        if (!field.isFormula()) {
            return field.type() == FieldType.TAGS;
        }
        Boolean before = known.get(field);
        if (before == null) {
            before = Formulas.of(object, objects::find).stream()
                    .filter(formula -> formula.field().name().equals(field.name()))
                    .flatMap(formula -> formula.rule().stream())
                    .flatMap(rule -> rule.fields().stream())
                    .flatMap(path -> ReadPath.of(object, path).stream())
                    .anyMatch(path -> readsTags(object, path));
            known.put(field, before);
        }
        return before;
    }

    private boolean readsTags(ObjectDescriptor object, ReadPath path) {
        if (path.behind() == null) {
            return isTagged(object, path.own());
        }
        return objects.find(path.own().reference())
                .flatMap(target -> target.find(path.behind()).map(field -> isTagged(target, field)))
                .orElse(false);
    }
}
