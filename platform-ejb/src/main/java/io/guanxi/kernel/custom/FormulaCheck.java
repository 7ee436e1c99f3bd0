package io.guanxi.kernel.custom;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.CustomField;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.RuleCompiler;
import io.guanxi.kernel.rule.RuleType;
import java.util.ArrayList;
import java.util.List;

/** What the definition of a computed field must be like; everything wrong is told at once, each at its place. */
final class FormulaCheck {

    private final ObjectDescriptor object;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param object as the tenant has it now
     */
    FormulaCheck(ObjectDescriptor object) {
        this.object = object;
    }

    /**
     * @param before what the field was; null for a new one
     * @throws InvalidRecord with every error and its pointer
     */
    void check(FieldDefinition before, DefinitionRow row) {
        FieldDefinition field = row.definition();
        if (before != null && (before.formula() == null) != (field.formula() == null)) {
            errors.add(FieldError.of("/formula", "custom.fixed"));
        } else if (field.formula() != null) {
            unfilled(field);
            compile(row);
        }
        if (!errors.isEmpty()) {
            throw new InvalidRecord(errors);
        }
    }

    /** What a field says about being filled in means nothing where it is computed. */
    private void unfilled(FieldDefinition field) {
        if (!Formulas.TYPES.contains(field.type())) {
            errors.add(FieldError.of("/type", "custom.formulaType"));
        }
        if (field.required()) {
            errors.add(FieldError.of("/required", "custom.formulaOnly"));
        }
        if (field.unique()) {
            errors.add(FieldError.of("/unique", "custom.formulaOnly"));
        }
        if (field.defaultValue() != null) {
            errors.add(FieldError.of("/defaultValue", "custom.formulaOnly"));
        }
    }

    private void compile(DefinitionRow row) {
        FieldDescriptor descriptor = row.descriptor();
        List<FieldDescriptor> fields = new ArrayList<>(object.fields().values());
        fields.removeIf(each -> each.name().equals(descriptor.name()));
        fields.add(descriptor);
        ObjectDescriptor changed = object.having(fields);
        FieldType type = row.definition().type();
        try {
            RuleCompiler.compile(row.definition().formula(), Formulas.environment(changed), RuleType.of(type));
            List<String> circle = Formulas.circle(changed, descriptor.name());
            if (!circle.isEmpty()) {
                String path = circle.stream()
                        .map(name -> name.substring(CustomField.PREFIX.length()))
                        .reduce((one, next) -> one + " → " + next)
                        .orElseThrow();
                errors.add(FieldError.of("/formula", "custom.circle", path));
            }
        } catch (InvalidRule e) {
            e.problems().forEach(problem -> errors.add(problem.at("/formula")));
        }
    }
}
