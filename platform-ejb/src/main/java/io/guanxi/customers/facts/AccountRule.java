package io.guanxi.customers.facts;

import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.Rule;
import io.guanxi.kernel.rule.RuleCompiler;
import io.guanxi.kernel.rule.RuleEnvironment;
import io.guanxi.kernel.rule.RuleFailure;
import io.guanxi.kernel.rule.RuleInput;
import io.guanxi.kernel.rule.RuleProblem;
import io.guanxi.kernel.rule.RuleType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A condition in CEL over the fields of an account and the facts about it, ready to be asked. */
public final class AccountRule {

    private final Rule rule;

    private AccountRule(Rule rule) {
        this.rule = rule;
    }

    /** Empty when the source is no rule any more, since a field that it names is gone. */
    public static Optional<AccountRule> of(String source, RuleEnvironment environment) {
        try {
            return Optional.of(compile(source, environment));
        } catch (InvalidRule e) {
            return Optional.empty();
        }
    }

    /**
     * @throws InvalidRule when the source is no rule
     */
    public static AccountRule compile(String source, RuleEnvironment environment) {
        return new AccountRule(RuleCompiler.compile(source, environment, RuleType.CONDITION));
    }

    /** What is wrong with a source; empty when it is a rule. */
    public static List<RuleProblem> problems(String source, ObjectRegistry objects) {
        try {
            compile(source, FactFields.environment(objects));
            return List.of();
        } catch (InvalidRule e) {
            return e.problems();
        }
    }

    public String source() {
        return rule.source();
    }

    /**
     * Whether it would mean something else without a field.
     *
     * @param account what the rule is about
     * @param object  the object that has the field
     * @param option  a choice of the field, when only that is to go; null for the whole field
     */
    public boolean uses(ObjectDescriptor account, ObjectDescriptor object, FieldDescriptor field, String option) {
        return rule.uses(account, object, field, option);
    }

    /** A rule that cannot be answered, since something it compares is absent, does not hold. */
    public boolean holds(RuleInput account) {
        try {
            return rule.holds(account);
        } catch (RuleFailure e) {
            return false;
        }
    }

    /** A record pointed to counts by its id; a field of it stands behind the point. */
    private static Object seen(Function<String, Object> values, String path) {
        Object value = values.apply(path);
        for (int point = path.indexOf('.'); value == null && point > 0; point = path.indexOf('.', point + 1)) {
            Object before = values.apply(path.substring(0, point));
            value = before instanceof Map<?, ?> record ? record.get(path.substring(point + 1)) : null;
        }
        return value instanceof Map<?, ?> record && record.get("id") != null ? record.get("id") : value;
    }

    /** What the rule looked at, by name; what was absent is left out. */
    public Map<String, Object> seen(Function<String, Object> values) {
        Map<String, Object> seen = new LinkedHashMap<>();
        rule.fields().stream().sorted().forEach(field -> {
            Object value = seen(values, field);
            if (value != null) {
                seen.put(field, value);
            }
        });
        return seen;
    }
}
