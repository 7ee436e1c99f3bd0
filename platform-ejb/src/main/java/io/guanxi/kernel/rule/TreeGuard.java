package io.guanxi.kernel.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Refuses expressions that are too large, too deep or loop within loops. */
final class TreeGuard {

    private record Visit(CelExpr expression, int depth, int loops) {}

    private TreeGuard() {}

    static void check(String source, CelAbstractSyntaxTree tree) {
        Deque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(tree.getExpr(), 1, 0));
        for (int nodes = 1; !open.isEmpty(); nodes++) {
            Visit visit = open.pop();
            boolean loop = visit.expression().exprKind().getKind() == CelExpr.ExprKind.Kind.COMPREHENSION;
            int loops = visit.loops() + (loop ? 1 : 0);
            String code = null;
            int limit = 0;
            if (nodes > RuleLimits.NODES) {
                code = "tooLarge";
                limit = RuleLimits.NODES;
            } else if (visit.depth() > RuleLimits.DEPTH) {
                code = "tooDeep";
                limit = RuleLimits.DEPTH;
            } else if (loops > RuleLimits.LOOPS) {
                code = "tooManyLoops";
                limit = RuleLimits.LOOPS;
            }
            if (code != null) {
                int position = tree.getSource()
                        .getPositionsMap()
                        .getOrDefault(visit.expression().id(), 0);
                throw new InvalidRule(RuleProblem.at(source, source.offsetByCodePoints(0, position), code, limit));
            }
            children(visit.expression()).forEach(child -> open.push(new Visit(child, visit.depth() + 1, loops)));
        }
    }

    /** In the order of evaluation. */
    static List<CelExpr> children(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case SELECT -> List.of(expression.select().operand());
            case CALL -> {
                List<CelExpr> all = new ArrayList<>();
                Optional<CelExpr> target = expression.call().target();
                target.ifPresent(all::add);
                all.addAll(expression.call().args());
                yield all;
            }
            case LIST -> expression.list().elements();
            case COMPREHENSION ->
                List.of(
                        expression.comprehension().iterRange(),
                        expression.comprehension().accuInit(),
                        expression.comprehension().loopCondition(),
                        expression.comprehension().loopStep(),
                        expression.comprehension().result());
            default -> List.of();
        };
    }
}
