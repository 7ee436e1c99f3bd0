package io.guanxi.kernel.custom;

import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectRegistry;

/** What a field holds whose type follows from what computes it. */
final class ComputedType {

    private ComputedType() {}

    /** The type of a field; the one it was given where nothing else follows. */
    static FieldType of(ObjectRegistry objects, FieldDefinition field) {
        if (field.computation() instanceof Computation.Numbering) {
            return FieldType.TEXT;
        } else if (field.computation() instanceof Computation.RollUp rollUp) {
            return of(objects, rollUp, field.type());
        }
        return field.type();
    }

    private static FieldType of(ObjectRegistry objects, Computation.RollUp rollUp, FieldType given) {
        if (rollUp.function() == Computation.Function.COUNT) {
            return FieldType.INTEGER;
        }
        FieldType type = objects.find(rollUp.object())
                .flatMap(object -> object.find(String.valueOf(rollUp.field())))
                .map(FieldDescriptor::type)
                .orElse(given);
        boolean adds =
                rollUp.function() == Computation.Function.SUM || rollUp.function() == Computation.Function.AVERAGE;
        // A sum of many whole numbers may be larger than one of them can be.
        return adds && type == FieldType.INTEGER ? FieldType.DECIMAL : type;
    }
}
