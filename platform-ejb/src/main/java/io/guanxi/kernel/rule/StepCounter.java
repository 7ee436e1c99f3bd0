package io.guanxi.kernel.rule;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;

/** Counts what an evaluation with loops does, and ends it at {@link RuleLimits#STEPS}. */
final class StepCounter implements CelEvaluationListener {

    private static final int CHARACTERS_A_STEP = 100;
    private static final int ELEMENTS_A_STEP = 20;
    private static final int MATCH = 500;

    private long steps;

    @Override
    public void callback(CelExpr expression, Object result) {
        steps++;
        if (result instanceof String text) {
            steps += text.length() / CHARACTERS_A_STEP;
        } else if (result instanceof Collection<?> list) {
            steps += list.size() / ELEMENTS_A_STEP;
        } else if (expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && expression.call().function().equals("matches")) {
            steps += MATCH;
        }
        if (steps > RuleLimits.STEPS) {
            throw new RuleFault("rule.tooManySteps");
        }
    }
}
