package io.guanxi.customers.classes;

import io.guanxi.customers.facts.AccountRule;
import io.guanxi.kernel.rule.RuleEnvironment;
import io.guanxi.kernel.rule.RuleInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The classes of a tenant in their order, ready to be asked who belongs where. */
final class ClassRules {

    private final List<Ruled> classes;

    /** A class and its rule. */
    record Ruled(long id, String name, AccountRule rule, Optional<Integer> cadenceDays) {}

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
        return one.rule().flatMap(source -> AccountRule.of(source, environment)).stream()
                .map(rule -> new Ruled(one.id(), one.name(), rule, one.cadenceDays()));
    }

    /** The first class whose rule holds. */
    Optional<Ruled> of(RuleInput account) {
        return classes.stream().filter(one -> one.rule().holds(account)).findFirst();
    }
}
