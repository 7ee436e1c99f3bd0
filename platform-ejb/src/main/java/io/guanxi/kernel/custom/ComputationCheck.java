package io.guanxi.kernel.custom;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.Computation;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.NumberFormat;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.RuleCompiler;
import io.guanxi.kernel.rule.RuleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the definition of a computed field must be like; everything wrong is told at once, each at its place. */
final class ComputationCheck {

    private final ObjectRegistry objects;
    private final ObjectDescriptor object;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param object as the tenant has it now
     */
    ComputationCheck(ObjectRegistry objects, ObjectDescriptor object) {
        this.objects = objects;
        this.object = object;
    }

    /**
     * @param before what the field was; null for a new one
     * @throws InvalidRecord with every error and its pointer
     */
    void check(FieldDefinition before, DefinitionRow row) {
        FieldDefinition field = row.definition();
        Computation computation = field.computation();
        if (before != null && kind(before.computation()) != kind(computation)) {
            errors.add(FieldError.of(
                    pointer(before.computation() == null ? computation : before.computation()), "custom.fixed"));
        } else if (computation != null) {
            unfilled(field);
            if (computation instanceof Computation.Formula) {
                compile(row);
            } else if (computation instanceof Computation.RollUp rollUp) {
                new RollUpCheck(objects, having(row), errors).check(before, row, rollUp);
            } else if (computation instanceof Computation.Numbering numbering
                    && !NumberFormat.isValid(numbering.format())) {
                errors.add(FieldError.of("/numbering", "custom.numbering", NumberFormat.LONGEST));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }

    private static Class<?> kind(Computation computation) {
        return computation == null ? null : computation.getClass();
    }

    private static String pointer(Computation computation) {
        return computation instanceof Computation.Formula
                ? "/formula"
                : computation instanceof Computation.RollUp ? "/rollUp" : "/numbering";
    }

    /** What a field says about being filled in means nothing where it is computed. */
    private void unfilled(FieldDefinition field) {
        if (field.formula() != null && !Formulas.TYPES.contains(field.type())) {
            errors.add(FieldError.of("/type", "custom.formulaType"));
        }
        if (field.required()) {
            errors.add(FieldError.of("/required", "custom.formulaOnly"));
        }
        if (field.unique() && !(field.computation() instanceof Computation.Numbering)) {
            errors.add(FieldError.of("/unique", "custom.formulaOnly"));
        }
        if (field.defaultValue() != null) {
            errors.add(FieldError.of("/defaultValue", "custom.formulaOnly"));
        }
    }

    private void compile(DefinitionRow row) {
        FieldDescriptor descriptor = row.descriptor();
        ObjectDescriptor changed = having(row);
        FieldType type = row.definition().type();
        try {
            // What points to its own object is to find the field there, so that a circle is told as one.
            Function<String, Optional<ObjectDescriptor>> known =
                    name -> name.equals(changed.name()) ? Optional.of(changed) : objects.find(name);
            RuleCompiler.compile(row.definition().formula(), Formulas.environment(changed, known), RuleType.of(type));
            new FieldReads(objects::find, changed)
                    .circle(descriptor.name())
                    .ifPresent(path -> errors.add(FieldError.of("/formula", "custom.circle", path)));
        } catch (InvalidRule e) {
            e.problems().forEach(problem -> errors.add(problem.at("/formula")));
        }
    }

    /** The object with the field as it would be. */
    private ObjectDescriptor having(DefinitionRow row) {
        FieldDescriptor descriptor = row.descriptor();
        List<FieldDescriptor> fields = new ArrayList<>(object.fields().values());
        fields.removeIf(each -> each.name().equals(descriptor.name()));
        fields.add(descriptor);
        return object.having(fields);
    }
}
