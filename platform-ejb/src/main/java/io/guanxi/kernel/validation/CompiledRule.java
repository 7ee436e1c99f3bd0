package io.guanxi.kernel.validation;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.Rule;
import io.guanxi.kernel.rule.RuleCompiler;
import io.guanxi.kernel.rule.RuleEnvironment;
import io.guanxi.kernel.rule.RuleFailure;
import io.guanxi.kernel.rule.RuleInput;
import io.guanxi.kernel.rule.RuleType;
import java.util.Optional;
import java.util.Set;

/** A rule that is ready to be asked; one that cannot be compiled any more refuses every record, and says so. */
public final class CompiledRule {

    private final ValidationRule definition;
    private final Rule rule;

    private CompiledRule(ValidationRule definition, Rule rule) {
        this.definition = definition;
        this.rule = rule;
    }

    /** What rules about an object may name: its fields before and after the change, and those behind its references. */
    public static RuleEnvironment environment(ObjectDescriptor object, ObjectRegistry objects) {
        return RuleEnvironment.builder(object)
                .withOld()
                .followingAll(objects::find)
                .build();
    }

    static CompiledRule of(ValidationRule definition, RuleEnvironment environment) {
        try {
            return new CompiledRule(
                    definition, RuleCompiler.compile(definition.condition(), environment, RuleType.CONDITION));
        } catch (InvalidRule e) {
            return new CompiledRule(definition, null);
        }
    }

    /** Paths of the fields it reads (see {@link Rule#fields()}); none when it cannot be compiled. */
    public Set<String> fields() {
        return rule == null ? Set.of() : rule.fields();
    }

    /** Whether it would mean something else without a field, or a choice of one (see {@link Rule#uses}). */
    boolean uses(ObjectDescriptor owner, ObjectDescriptor object, FieldDescriptor field, String option) {
        return rule != null && rule.uses(owner, object, field, option);
    }

    public ValidationRule definition() {
        return definition;
    }

    /** What is wrong with a record; empty when the condition holds. Without an answer the record is wrong as well. */
    public Optional<FieldError> ask(RuleInput input) {
        if (rule == null) {
            return Optional.of(error("validation.broken", definition.name()));
        }
        try {
            return rule.holds(input)
                    ? Optional.empty()
                    : Optional.of(error("validation.failed", definition.messages()));
        } catch (RuleFailure e) {
            return Optional.of(error(
                    "validation.unanswered",
                    definition.name(),
                    Labels.errorInAll(e.code(), e.args().toArray())));
        }
    }

    private FieldError error(String code, Object... args) {
        String pointer = definition.field() == null ? "" : FieldError.pointerTo(definition.field());
        return FieldError.of(pointer, code, args);
    }
}
