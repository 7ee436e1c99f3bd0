package io.guanxi.kernel.rule;

import dev.cel.common.types.CelType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How the value of an expression becomes the external form a rule gives. */
enum ResultForm {
    CONDITION,
    DECIMAL,
    OTHER;

    static ResultForm of(RuleType type, CelType given) {
        if (type == RuleType.CONDITION || given.equals(Kinds.BOOL) && type == RuleType.ANY) {
            return CONDITION;
        }
        return type == RuleType.DECIMAL || given.equals(Kinds.DECIMAL) ? DECIMAL : OTHER;
    }

    Object of(Object value) {
        if (Absent.is(value)) {
            return this == CONDITION ? Boolean.FALSE : null;
        }
        return this == DECIMAL ? decimal(value) : external(value);
    }

    private static BigDecimal decimal(Object value) {
        BigDecimal number = Decimals.of(value);
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Object external(Object value) {
        if (Absent.is(value)) {
            return null;
        }
        if (value instanceof StructuredValue struct) {
            return struct.external();
        }
        if (value instanceof String text) {
            TextFunctions.bounded(text.length());
            return text;
        }
        if (value instanceof BigDecimal) {
            return decimal(value);
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(external(element)));
            return elements;
        }
        return value instanceof Boolean || value instanceof Long ? value : value.toString();
    }
}
