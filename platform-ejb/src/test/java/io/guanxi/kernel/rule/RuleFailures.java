package io.guanxi.kernel.rule;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Catches what rules and sources come to grief with. */
final class RuleFailures {

    private RuleFailures() {}

    static RuleFailure of(String source) {
        return catchThrowableOfType(RuleFailure.class, () -> Samples.evaluate(source));
    }

    static InvalidRule invalid(String source, RuleType expected) {
        return catchThrowableOfType(
                InvalidRule.class, () -> RuleCompiler.compile(source, Samples.ENVIRONMENT, expected));
    }

    static RuleProblem first(String source) {
        return invalid(source, RuleType.ANY).problems().get(0);
    }
}
