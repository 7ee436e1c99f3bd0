package io.guanxi.kernel.custom;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.Computation.Function;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.query.Filter;
import io.guanxi.kernel.query.QueryCheck;
import io.guanxi.kernel.query.RsqlFilters;
import java.util.List;
import java.util.Optional;

/** What a roll-up must be like. */
final class RollUpCheck {

    /** In one object; each is worked out anew whenever a record that it reads changes. */
    static final int MOST = 25;

    private final ObjectRegistry objects;
    private final ObjectDescriptor object;
    private final List<FieldError> errors;

    /**
     * @param object with the field as it would be
     * @param errors takes what is wrong
     */
    RollUpCheck(ObjectRegistry objects, ObjectDescriptor object, List<FieldError> errors) {
        this.objects = objects;
        this.object = object;
        this.errors = errors;
    }

    /**
     * @param before what the field was; null for a new one
     */
    void check(FieldDefinition before, DefinitionRow row, Computation.RollUp rollUp) {
        if (object.fields().values().stream()
                        .filter(field -> field.rollUp().isPresent())
                        .count()
                > MOST) {
            errors.add(FieldError.of("/rollUp", "custom.tooManyRollUps", MOST));
        }
        Optional<ObjectDescriptor> found =
                rollUp.object().equals(object.name()) ? Optional.of(object) : objects.find(rollUp.object());
        if (found.isEmpty()) {
            errors.add(FieldError.of("/rollUp/object", "custom.reference"));
            return;
        }
        ObjectDescriptor summed = found.get();
        if (summed.find(String.valueOf(rollUp.by())).filter(this::pointsHere).isEmpty()) {
            errors.add(FieldError.of("/rollUp/by", "custom.rollUpBy", object.name()));
        }
        field(summed, rollUp);
        filter(summed, rollUp.filter());
        FieldType type = ComputedType.of(objects, row.definition());
        if (before != null && before.type() != type) {
            // What the field holds is fixed, and so is what that follows from.
            errors.add(FieldError.of("/rollUp/function", "custom.rollUpType"));
        }
        if (errors.isEmpty()) {
            circle(row.descriptor());
        }
    }

    private boolean pointsHere(FieldDescriptor field) {
        return field.type() == FieldType.REFERENCE && object.name().equals(field.reference()) && field.filterable();
    }

    private void field(ObjectDescriptor summed, Computation.RollUp rollUp) {
        if (rollUp.function() == Function.COUNT) {
            if (rollUp.field() != null) {
                errors.add(FieldError.of("/rollUp/field", "custom.rollUpCounts"));
            }
            return;
        }
        Optional<FieldType> type = summed.find(String.valueOf(rollUp.field())).map(FieldDescriptor::type);
        if (type.filter(one -> fits(rollUp.function(), one)).isEmpty()) {
            errors.add(FieldError.of("/rollUp/field", "custom.rollUpField"));
        }
    }

    private static boolean fits(Function function, FieldType type) {
        boolean amount = type.isNumber() || type == FieldType.MONEY;
        boolean compared = function == Function.LEAST || function == Function.GREATEST;
        return amount || compared && (type == FieldType.DATE || type == FieldType.INSTANT);
    }

    private void filter(ObjectDescriptor summed, String filter) {
        try {
            Filter parsed = RsqlFilters.parse(filter);
            QueryCheck.filter(summed, parsed);
            if (!RollUps.isTimeless(summed, parsed)) {
                errors.add(FieldError.of("/rollUp/filter", "custom.rollUpTimeless"));
            }
        } catch (InvalidQuery e) {
            errors.add(FieldError.of("/rollUp/filter", e.code(), e.args().toArray()));
        }
    }

    private void circle(FieldDescriptor field) {
        new FieldReads(objects::find, object)
                .circle(field.name())
                .ifPresent(path -> errors.add(FieldError.of("/rollUp", "custom.circle", path)));
    }
}
