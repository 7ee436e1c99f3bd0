package io.guanxi.web.list;

import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.query.Filter.Comparison;
import io.guanxi.kernel.query.Operator;
import java.util.List;

/** Comparisons as people word them. */
public enum Condition {
    IS(Operator.EQUAL),
    IS_NOT(Operator.NOT_EQUAL),
    STARTS_WITH(Operator.EQUAL),
    AT_LEAST(Operator.GREATER_OR_EQUAL),
    AT_MOST(Operator.LESS_OR_EQUAL),
    MORE_THAN(Operator.GREATER),
    LESS_THAN(Operator.LESS),
    WITHIN(Operator.WITHIN),
    SINCE(Operator.GREATER_OR_EQUAL),
    UNTIL(Operator.LESS_OR_EQUAL),
    BEFORE(Operator.LESS),
    AFTER(Operator.GREATER),
    ANY_OF(Operator.IN),
    NONE_OF(Operator.NOT_IN),
    EMPTY(Operator.IS_EMPTY),
    FILLED(Operator.IS_NOT_EMPTY);

    private final Operator operator;

    Condition(Operator operator) {
        this.operator = operator;
    }

    public Operator operator() {
        return operator;
    }

    /** What it is compared with: {@code none}, {@code one} value, {@code many}, a {@code prefix} or a {@code period}. */
    String takes() {
        return switch (this) {
            case EMPTY, FILLED -> "none";
            case ANY_OF, NONE_OF -> "many";
            case STARTS_WITH -> "prefix";
            case WITHIN -> "period";
            default -> "one";
        };
    }

    /** The conditions offered for a kind of field, the commonest first. */
    static List<Condition> of(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, RICH_TEXT, EMAIL, PHONE, URL -> List.of(STARTS_WITH, IS, IS_NOT, EMPTY, FILLED);
            case INTEGER, DECIMAL, PERCENT, MONEY ->
                List.of(AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, IS, IS_NOT, EMPTY, FILLED);
            case DATE -> List.of(WITHIN, SINCE, UNTIL, IS, BEFORE, AFTER, EMPTY, FILLED);
            case INSTANT -> List.of(WITHIN, SINCE, BEFORE, EMPTY, FILLED);
            case TIME -> List.of(SINCE, UNTIL, IS, BEFORE, AFTER, EMPTY, FILLED);
            case BOOLEAN -> List.of(IS);
            default -> List.of(ANY_OF, NONE_OF, EMPTY, FILLED);
        };
    }

    /** How a comparison on a field of a kind is worded. */
    static Condition of(Comparison comparison, FieldType type) {
        boolean time = type == FieldType.DATE || type == FieldType.INSTANT || type == FieldType.TIME;
        boolean chosen = of(type).contains(ANY_OF);
        return switch (comparison.operator()) {
            case EQUAL ->
                type.isText() && comparison.arguments().get(0).endsWith("*") ? STARTS_WITH : chosen ? ANY_OF : IS;
            case NOT_EQUAL -> chosen ? NONE_OF : IS_NOT;
            case GREATER_OR_EQUAL -> time ? SINCE : AT_LEAST;
            case LESS_OR_EQUAL -> time ? UNTIL : AT_MOST;
            case GREATER -> time ? AFTER : MORE_THAN;
            case LESS -> time ? BEFORE : LESS_THAN;
            case IN -> ANY_OF;
            case NOT_IN -> NONE_OF;
            case WITHIN -> WITHIN;
            case IS_EMPTY -> EMPTY;
            case IS_NOT_EMPTY -> FILLED;
        };
    }
}
