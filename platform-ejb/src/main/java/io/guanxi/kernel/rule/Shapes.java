package io.guanxi.kernel.rule;

import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the field or record that a part of an expression stands for, where it stands for one. */
final class Shapes {

    private final RuleEnvironment environment;
    /** Variables of the loops around, with the elements they go through; null for elements that are no records. */
    private final Map<String, RecordShape> locals;

    Shapes(RuleEnvironment environment) {
        this(environment, Map.of());
    }

    private Shapes(RuleEnvironment environment, Map<String, RecordShape> locals) {
        this.environment = environment;
        this.locals = locals;
    }

    /** As it is inside the loop. */
    Shapes inside(CelExpr.CelComprehension loop) {
        Map<String, RecordShape> inner = new HashMap<>(locals);
        inner.put(loop.accuVar(), null);
        inner.put(
                loop.iterVar(),
                field(loop.iterRange())
                        .filter(field -> field.form() == ValueForm.LIST)
                        .map(FieldShape::members)
                        .orElse(null));
        return new Shapes(environment, inner);
    }

    boolean isLocal(String name) {
        return locals.containsKey(name);
    }

    Optional<FieldShape> field(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case IDENT ->
                isLocal(expression.ident().name())
                        ? Optional.empty()
                        : environment.find(expression.ident().name()).map(Variable::field);
            case SELECT ->
                record(expression.select().operand())
                        .flatMap(record -> record.find(expression.select().field()));
            default -> Optional.empty();
        };
    }

    Optional<RecordShape> record(CelExpr expression) {
        if (expression.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
            String name = expression.ident().name();
            return isLocal(name)
                    ? Optional.ofNullable(locals.get(name))
                    : environment
                            .find(name)
                            .filter(variable ->
                                    variable.field() == null || variable.field().form() == ValueForm.RECORD)
                            .map(Variable::shape);
        }
        return field(expression)
                .filter(field -> field.form() == ValueForm.RECORD)
                .map(FieldShape::members);
    }

    /** Names that may follow the expression and a point; empty when that is not known. */
    List<String> members(CelExpr expression) {
        Optional<RecordShape> record = record(expression);
        if (record.isPresent()) {
            return record.get().fields().stream().map(FieldShape::name).toList();
        }
        boolean money = field(expression)
                .filter(field -> field.form() == ValueForm.MONEY)
                .isPresent();
        return money ? List.of(MoneyValue.AMOUNT, MoneyValue.CURRENCY) : List.of();
    }
}
