package io.guanxi.customers.classes;

import io.guanxi.kernel.rule.InvalidRule;
import io.guanxi.kernel.rule.Rule;
import io.guanxi.kernel.rule.RuleCompiler;
import io.guanxi.kernel.rule.RuleEnvironment;
import io.guanxi.kernel.rule.RuleFailure;
import io.guanxi.kernel.rule.RuleInput;
import io.guanxi.kernel.rule.RuleType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The classes of a tenant in their order, ready to be asked who belongs where. */
final class ClassRules {

    private final List<Ruled> classes;

    /** A class and its rule. */
    record Ruled(long id, String name, Rule rule, Optional<Integer> cadenceDays) {

        /** What the rule looked at, by name; what was absent is left out. */
        Map<String, Object> seen(Function<String, Object> values) {
            Map<String, Object> seen = new LinkedHashMap<>();
            rule.fields().stream().sorted().forEach(field -> {
                Object value = values.apply(field);
                if (value != null) {
                    seen.put(field, value);
                }
            });
            return seen;
        }
    }

    private ClassRules(List<Ruled> classes) {
        this.classes = classes;
    }

    /**
     * @param classes in their order; one whose rule is none any more, since a field is gone, takes nobody
     */
    static ClassRules of(List<CustomerClass> classes, RuleEnvironment environment) {
        return new ClassRules(
                classes.stream().flatMap(one -> ruled(one, environment)).toList());
    }

    private static Stream<Ruled> ruled(CustomerClass one, RuleEnvironment environment) {
        return one.rule().flatMap(source -> compiled(source, environment)).stream()
                .map(rule -> new Ruled(one.id(), one.name(), rule, one.cadenceDays()));
    }

    static Optional<Rule> compiled(String source, RuleEnvironment environment) {
        try {
            return Optional.of(RuleCompiler.compile(source, environment, RuleType.CONDITION));
        } catch (InvalidRule e) {
            return Optional.empty();
        }
    }

    /** The first class whose rule holds; one that cannot be answered does not hold. */
    Optional<Ruled> of(RuleInput account) {
        return classes.stream().filter(one -> holds(one.rule(), account)).findFirst();
    }

    static boolean holds(Rule rule, RuleInput account) {
        try {
            return rule.holds(account);
        } catch (RuleFailure e) {
            return false;
        }
    }
}
