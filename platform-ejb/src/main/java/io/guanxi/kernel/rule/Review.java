package io.guanxi.kernel.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a checked expression reads, and what is wrong with it that types alone do not show. */
final class Review {

    private final String source;
    private final CelAbstractSyntaxTree tree;
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> names = new HashSet<>();
    private final List<RuleProblem> problems = new ArrayList<>();
    private boolean loops;

    Review(String source, RuleEnvironment environment, CelAbstractSyntaxTree tree) {
        this.source = source;
        this.tree = tree;
        visit(tree.getExpr(), new Shapes(environment));
    }

    /**
     * @throws InvalidRule when there are any
     */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidRule(problems);
        }
    }

    /** Paths of the fields it reads, such as {@code country}, {@code old.country} and {@code account.industry}. */
    Set<String> fields() {
        return fields;
    }

    /** The variables it uses, those of the compiler among them. */
    Set<String> names() {
        return names;
    }

    boolean loops() {
        return loops;
    }

    private void visit(CelExpr expression, Shapes shapes) {
        if (expression.exprKind().getKind() == Kind.IDENT) {
            names.add(expression.ident().name());
        }
        switch (expression.exprKind().getKind()) {
            case IDENT, SELECT -> {
                if (isType(expression)) {
                    problems.add(at(
                            expression,
                            "unknownField",
                            tree.getReferenceMap().get(expression.id()).name()));
                    return;
                }
                if (note(expression, shapes)) {
                    return;
                }
            }
            case COMPREHENSION -> {
                loops = true;
                CelExpr.CelComprehension loop = expression.comprehension();
                visit(loop.iterRange(), shapes);
                visit(loop.accuInit(), shapes);
                Shapes inner = shapes.inside(loop);
                visit(loop.loopCondition(), inner);
                visit(loop.loopStep(), inner);
                visit(loop.result(), inner);
                return;
            }
            case LIST -> mixed(expression);
            default -> {}
        }
        TreeGuard.children(expression).forEach(child -> visit(child, shapes));
        if (expression.exprKind().getKind() == Kind.CALL) {
            call(expression, shapes);
        }
    }

    /** The names of types are values in CEL, but not here. */
    private boolean isType(CelExpr expression) {
        return tree.getType(expression.id())
                .filter(type -> type.kind() == CelKind.TYPE)
                .isPresent();
    }

    private void mixed(CelExpr list) {
        boolean mixed = tree.getType(list.id())
                .filter(type -> type instanceof ListType of && of.elemType().equals(SimpleType.DYN))
                .isPresent();
        if (mixed && !list.list().elements().isEmpty()) {
            problems.add(at(list, "mixedList"));
        }
    }

    /** Notes the longest path to a field that ends here. */
    private boolean note(CelExpr expression, Shapes shapes) {
        String path = path(expression, shapes);
        if (path != null && shapes.field(expression).isPresent()) {
            fields.add(path);
            int end = path.indexOf('.');
            names.add(end < 0 ? path : path.substring(0, end));
            return true;
        }
        return false;
    }

    /** Null when it does not begin with a field or with {@code old}. */
    private static String path(CelExpr expression, Shapes shapes) {
        if (expression.exprKind().getKind() == Kind.IDENT) {
            String name = expression.ident().name();
            boolean user = name.equals("user");
            return shapes.isLocal(name) || user ? null : name;
        }
        if (expression.exprKind().getKind() != Kind.SELECT) {
            return null;
        }
        String operand = path(expression.select().operand(), shapes);
        return operand == null ? null : operand + "." + expression.select().field();
    }

    private void call(CelExpr expression, Shapes shapes) {
        CelReference reference = tree.getReferenceMap().get(expression.id());
        if (reference != null && reference.overloadIds().size() > 1 && problems.isEmpty()) {
            problems.add(at(expression, "unclear"));
        }
        List<CelExpr> args = expression.call().args();
        switch (expression.call().function()) {
            case "_==_", "_!=_" -> {
                option(args.get(0), args.get(1), shapes);
                option(args.get(1), args.get(0), shapes);
            }
            case "@in" -> {
                option(args.get(1), args.get(0), shapes);
                if (args.get(1).exprKind().getKind() == Kind.LIST) {
                    args.get(1).list().elements().forEach(element -> option(args.get(0), element, shapes));
                }
            }
            default -> {}
        }
    }

    private void option(CelExpr field, CelExpr value, Shapes shapes) {
        boolean text = value.exprKind().getKind() == Kind.CONSTANT
                && value.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        List<String> options = shapes.field(field).map(FieldShape::options).orElse(List.of());
        if (text && !options.isEmpty() && !options.contains(value.constant().stringValue())) {
            String written = value.constant().stringValue();
            problems.add(Suggestion.nearest(written, options)
                    .map(nearest -> at(value, "unknownOptionNear", written, nearest))
                    .orElseGet(() -> at(value, "unknownOption", written, String.join(", ", options))));
        }
    }

    private RuleProblem at(CelExpr expression, String code, Object... args) {
        int position = tree.getSource().getPositionsMap().getOrDefault(expression.id(), 0);
        return RuleProblem.at(source, Places.offset(source, position), code, args);
    }
}
