package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectCatalogue;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The product's objects with a tenant's own fields, and the tenant's own objects. */
final class TailoredObjects {

    private final Map<String, List<FieldDescriptor>> fields;
    private final Map<String, CustomObjectRow> own = new HashMap<>();
    private final List<CustomObjectRow> rows;
    private final Map<String, Map<String, Integer>> weights;

    /**
     * @param fields of the tenant's own by the name of their object, in their order
     * @param rows    objects of the tenant's own in their order
     * @param weights of fields by the name of their object, where the tenant has said something about them
     */
    TailoredObjects(
            Map<String, List<FieldDescriptor>> fields,
            List<CustomObjectRow> rows,
            Map<String, Map<String, Integer>> weights) {
        this.weights = weights;
        this.fields = fields;
        this.rows = rows;
        rows.forEach(row -> own.put(row.definition().name(), row));
    }

    ObjectCatalogue of(ObjectCatalogue shipped) {
        List<ObjectDescriptor> objects = new ArrayList<>();
        shipped.all().forEach(object -> {
            List<FieldDescriptor> added = fields(object.name(), shipped);
            objects.add(weighed(added.isEmpty() ? object : object.with(added)));
        });
        for (CustomObjectRow row : rows) {
            wholes(row.definition().partOf(), shipped)
                    .ifPresent(wholes -> objects.add(
                            weighed(row.descriptor(fields(row.definition().name(), shipped), wholes))));
        }
        return new ObjectCatalogue(objects);
    }

    private ObjectDescriptor weighed(ObjectDescriptor object) {
        Map<String, Integer> own = weights.get(object.name());
        return own == null ? object : object.weighing(own);
    }

    /** A field that was added while what it points to was taken away on another node points to nothing: it is not there. */
    private List<FieldDescriptor> fields(String object, ObjectCatalogue shipped) {
        return fields.getOrDefault(object, List.of()).stream()
                .filter(field -> field.reference() == null
                        || own.containsKey(field.reference())
                        || shipped.find(field.reference()).isPresent())
                .toList();
    }

    /** What the parts call their whole; nothing at all when the whole is gone. */
    private Optional<Map<String, String>> wholes(String partOf, ObjectCatalogue shipped) {
        if (partOf == null) {
            return Optional.of(Map.of());
        }
        return own.containsKey(partOf)
                ? Optional.of(own.get(partOf).definition().labels())
                : shipped.find(partOf)
                        .map(whole -> Map.of(
                                "en",
                                Labels.singular(whole, Locale.ENGLISH),
                                "zh-CN",
                                Labels.singular(whole, Locale.SIMPLIFIED_CHINESE)));
    }
}
