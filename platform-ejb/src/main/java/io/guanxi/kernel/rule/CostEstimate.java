package io.guanxi.kernel.rule;

import com.google.re2j.Pattern;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule may cost at most, estimated from its checked expression and the lengths the fields may have.
 *
 * <ul>
 *   <li>A node costs 1, and 1 for each 100 characters of text it handles.
 *   <li>A loop costs its list, and for each element its body.
 *   <li>A regular expression costs the length of the text, times its size, / 50.
 *   <li>A text field is as long as it may be, {@value #UNKNOWN_TEXT} characters when that is not known; a list field has
 *       {@value #FIELD_ELEMENTS} elements.
 * </ul>
 */
final class CostEstimate {

    private static final long UNKNOWN_TEXT = 4_000;
    private static final long FIELD_ELEMENTS = 20;
    private static final long MOST = 1_000_000_000_000L;
    private static final Size SCALAR = new Size(16, null);

    /** Characters of a text, or elements of a list with the size of one. */
    private record Size(long length, Size element) {

        Size {
            length = Math.min(length, MOST);
        }

        static Size larger(Size one, Size other) {
            return one.length >= other.length ? one : other;
        }

        Size elementOrScalar() {
            return element == null ? SCALAR : element;
        }
    }

    private record Estimate(long cost, Size size) {

        Estimate {
            cost = Math.min(cost, MOST);
        }
    }

    private final CelAbstractSyntaxTree tree;
    private final Map<String, Long> patternSizes = new HashMap<>();
    private final RuleEnvironment environment;

    CostEstimate(RuleEnvironment environment, Constants constants, CelAbstractSyntaxTree tree) {
        this.environment = environment;
        this.tree = tree;
        constants.variables().stream()
                .filter(variable -> variable.type().equals(Kinds.PATTERN))
                .forEach(variable -> patternSizes.put(
                        variable.name(),
                        Patterns.size(((Pattern) variable.source().read(null)).pattern())));
    }

    long cost() {
        return estimate(tree.getExpr(), new Shapes(environment), Map.of()).cost();
    }

    private Estimate estimate(CelExpr expression, Shapes shapes, Map<String, Size> locals) {
        return switch (expression.exprKind().getKind()) {
            case CONSTANT -> new Estimate(1, constant(expression.constant()));
            case IDENT -> {
                Size local = locals.get(expression.ident().name());
                Size size = local != null ? local : field(expression, shapes);
                yield new Estimate(1, size);
            }
            case SELECT -> {
                long operand =
                        estimate(expression.select().operand(), shapes, locals).cost();
                yield new Estimate(1 + operand, field(expression, shapes));
            }
            case LIST -> list(expression, shapes, locals);
            case CALL -> call(expression, shapes, locals);
            case COMPREHENSION -> loop(expression.comprehension(), shapes, locals);
            default -> new Estimate(1, SCALAR);
        };
    }

    private static Size constant(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.STRING_VALUE
                ? new Size(constant.stringValue().length(), null)
                : SCALAR;
    }

    private static Size field(CelExpr expression, Shapes shapes) {
        return shapes.field(expression).map(CostEstimate::size).orElse(SCALAR);
    }

    private static Size size(FieldShape field) {
        return switch (field.form()) {
            case LIST, TEXTS -> new Size(FIELD_ELEMENTS, SCALAR);
            case TEXT -> {
                boolean id = field.descriptor() == null || field.descriptor().reference() != null;
                yield id ? SCALAR : new Size(field.maxLength() > 0 ? field.maxLength() : UNKNOWN_TEXT, null);
            }
            default -> SCALAR;
        };
    }

    private Estimate list(CelExpr expression, Shapes shapes, Map<String, Size> locals) {
        long cost = 1;
        Size element = SCALAR;
        List<CelExpr> elements = expression.list().elements();
        for (CelExpr each : elements) {
            Estimate estimate = estimate(each, shapes, locals);
            cost += estimate.cost();
            element = Size.larger(element, estimate.size());
        }
        return new Estimate(cost, new Size(elements.size(), element));
    }

    private Estimate loop(CelExpr.CelComprehension loop, Shapes shapes, Map<String, Size> locals) {
        Estimate range = estimate(loop.iterRange(), shapes, locals);
        Estimate start = estimate(loop.accuInit(), shapes, locals);
        Map<String, Size> inner = new HashMap<>(locals);
        inner.put(loop.iterVar(), range.size().elementOrScalar());
        inner.put(loop.accuVar(), start.size());
        Shapes inside = shapes.inside(loop);
        Estimate step = estimate(loop.loopStep(), inside, inner);
        long rounds = range.size().length();
        long round = estimate(loop.loopCondition(), inside, inner).cost() + step.cost();
        long cost = range.cost() + 1 + Math.min(rounds, MOST / Math.max(1, round)) * round;
        return new Estimate(cost, new Size(rounds, step.size().element()));
    }

    private Estimate call(CelExpr expression, Shapes shapes, Map<String, Size> locals) {
        List<CelExpr> children = TreeGuard.children(expression);
        List<Estimate> args =
                children.stream().map(child -> estimate(child, shapes, locals)).toList();
        long cost = 1;
        for (Estimate arg : args) {
            cost += arg.cost() + arg.size().length() / 100;
        }
        List<Size> sizes = args.stream().map(Estimate::size).toList();
        String function = expression.call().function();
        if (function.equals("matches") && children.size() == 2) {
            String pattern = children.get(1).ident().name();
            cost += sizes.get(0).length() * patternSizes.getOrDefault(pattern, 1L) / 50;
        }
        Size result = result(function, sizes);
        return new Estimate(cost + result.length() / 100, result);
    }

    private static Size result(String function, List<Size> args) {
        Size first = args.isEmpty() ? SCALAR : args.get(0);
        return switch (function) {
            case "_+_" ->
                new Size(
                        first.length() + args.get(1).length(),
                        first.element() == null && args.get(1).element() == null
                                ? null
                                : Size.larger(
                                        first.elementOrScalar(), args.get(1).elementOrScalar()));
            case "@collect" -> new Size(1, args.get(1));
            case "@collectIf" -> new Size(1, args.get(2));
            case "_?_:_" -> Size.larger(args.get(1), args.get(2));
            case "coalesce" -> args.stream().reduce(SCALAR, Size::larger);
            case "lower", "upper", "trim", "substring" -> first;
            case "replace" ->
                new Size(
                        Math.min(first.length(), MOST / 100_000)
                                * Math.max(1, args.get(2).length()),
                        null);
            case "split" -> {
                // The parts together are as long as the text: with many parts each is short.
                long parts = Math.min(first.length(), RuleLimits.LIST_SIZE);
                yield new Size(parts, new Size(Math.max(16, first.length() / Math.max(1, parts)), null));
            }
            case "join" ->
                new Size(
                        Math.min(first.length(), 1_000_000)
                                * Math.min(
                                        1_000_000,
                                        first.elementOrScalar().length()
                                                + args.get(1).length()),
                        null);
            case "_[_]" -> first.elementOrScalar();
            default -> SCALAR;
        };
    }
}
