package io.guanxi.kernel.rule;

import static io.guanxi.kernel.rule.FunctionDefinition.function;
import static io.guanxi.kernel.rule.Kinds.DATE;
import static io.guanxi.kernel.rule.Kinds.DECIMAL;
import static io.guanxi.kernel.rule.Kinds.INSTANT;
import static io.guanxi.kernel.rule.Kinds.INT;
import static io.guanxi.kernel.rule.Kinds.MONEY;
import static io.guanxi.kernel.rule.Kinds.TEXT;
import static io.guanxi.kernel.rule.Kinds.listOf;

import dev.cel.common.types.CelType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rounding, extremes, and ways between numbers and other types. */
final class NumberFunctions {

    private NumberFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                function("round")
                        .gives(DECIMAL, DECIMAL, INT)
                        .gives(DECIMAL, DECIMAL)
                        .gives(DECIMAL, INT, INT)
                        .gives(DECIMAL, INT)
                        .one(present(value -> Decimals.round(value, 0)))
                        .two(Operators.present((value, digits) -> Decimals.round(value, (Long) digits)))
                        .example("round(2.345, 2)", "2.35"),
                function("abs")
                        .gives(INT, INT)
                        .gives(DECIMAL, DECIMAL)
                        .one(present(Decimals::abs))
                        .example("abs(-12.5)", "12.5"),
                function("floor")
                        .gives(INT, DECIMAL)
                        .gives(INT, INT)
                        .one(present(value -> Decimals.whole(value, RoundingMode.FLOOR)))
                        .example("floor(7 / 2)", "3"),
                function("ceil")
                        .gives(INT, DECIMAL)
                        .gives(INT, INT)
                        .one(present(value -> Decimals.whole(value, RoundingMode.CEILING)))
                        .example("ceil(7 / 2)", "4"),
                extreme("min", -1).example("min(price, 80)", "80"),
                extreme("max", 1).example("max(price, 80)", "100"),
                function("sum")
                        .gives(INT, listOf(INT))
                        .gives(DECIMAL, listOf(DECIMAL))
                        .one(list -> ((List<?>) list)
                                .stream()
                                        .filter(element -> !Absent.is(element))
                                        .map(Object.class::cast)
                                        .reduce(0L, Decimals::add))
                        .example("sum([1.5, 2.5])", "4"),
                function("decimal")
                        .gives(DECIMAL, TEXT)
                        .gives(DECIMAL, INT)
                        .gives(DECIMAL, DECIMAL)
                        .one(present(NumberFunctions::decimal))
                        .example("decimal('12.50') * 2", "25"),
                function("money")
                        .gives(MONEY, DECIMAL, TEXT)
                        .gives(MONEY, INT, TEXT)
                        .two((amount, currency) -> Absent.is(amount) || Absent.is(currency)
                                ? MoneyValue.NONE
                                : new MoneyValue(Decimals.of(amount), (String) currency))
                        .example("money(price * 2, 'EUR')", "{amount=200.00, currency=EUR}"));
    }

    private static FunctionDefinition extreme(String name, int sign) {
        FunctionDefinition definition = function(name);
        for (CelType type : List.of(INT, DECIMAL, DATE, INSTANT)) {
            definition.gives(type, type, type);
            definition.gives(type, listOf(type));
        }
        return definition
                .gives(DECIMAL, INT, DECIMAL)
                .gives(DECIMAL, DECIMAL, INT)
                .two((left, right) -> further(left, right, sign))
                .one(list -> ((List<?>) list)
                        .stream()
                                .map(Object.class::cast)
                                .reduce(Absent.VALUE, (left, right) -> further(left, right, sign)));
    }

    private static Object further(Object left, Object right, int sign) {
        if (Absent.is(left)) {
            return right;
        }
        return Absent.is(right) || Operators.compare(left, right) * sign >= 0 ? left : right;
    }

    private static Object decimal(Object value) {
        if (!(value instanceof String text)) {
            return Decimals.of(value);
        }
        try {
            return text.isBlank() ? Absent.VALUE : (Object) Decimals.parse(text.strip());
        } catch (NumberFormatException e) {
            throw new RuleFault("rule.invalidValue", text);
        }
    }

    /** The number as people write it: no exponent, no zeros at the end. */
    static String plain(Object number) {
        if (number instanceof Long) {
            return number.toString();
        }
        BigDecimal decimal = (BigDecimal) number;
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    static UnaryOperator<Object> present(UnaryOperator<Object> code) {
        return value -> Absent.is(value) ? Absent.VALUE : code.apply(value);
    }
}
