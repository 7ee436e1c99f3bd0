package io.guanxi.kernel.rule;

import static io.guanxi.kernel.rule.FunctionDefinition.function;
import static io.guanxi.kernel.rule.FunctionDefinition.operator;
import static io.guanxi.kernel.rule.Kinds.ANY;
import static io.guanxi.kernel.rule.Kinds.BOOL;
import static io.guanxi.kernel.rule.Kinds.DATE;
import static io.guanxi.kernel.rule.Kinds.DECIMAL;
import static io.guanxi.kernel.rule.Kinds.INSTANT;
import static io.guanxi.kernel.rule.Kinds.INT;
import static io.guanxi.kernel.rule.Kinds.LIST;
import static io.guanxi.kernel.rule.Kinds.MONEY;
import static io.guanxi.kernel.rule.Kinds.NOTHING;
import static io.guanxi.kernel.rule.Kinds.TEXT;
import static io.guanxi.kernel.rule.Kinds.listOf;

import dev.cel.common.types.CelType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

/** The signs between values, and the functions the compiler writes in their place for absent values. */
final class Operators {

    private Operators() {}

    static List<FunctionDefinition> all() {
        return List.of(
                plus(),
                minus(),
                arithmetic("_*_", "*", Decimals::multiply).example("price * 1.19", "119"),
                operator("_/_", "/")
                        .gives(DECIMAL, INT, INT)
                        .gives(DECIMAL, DECIMAL, DECIMAL)
                        .gives(DECIMAL, DECIMAL, INT)
                        .gives(DECIMAL, INT, DECIMAL)
                        .two(present(Decimals::divide))
                        .example("7 / 2", "3.5"),
                arithmetic("_%_", "%", Decimals::remainder).example("7 % 2", "1"),
                operator("-_", "-")
                        .gives(INT, INT)
                        .gives(DECIMAL, DECIMAL)
                        .one(value -> Absent.is(value) ? Absent.VALUE : Decimals.negate(value)),
                equality("_==_", "==", true).example("country == 'CN'", "true"),
                equality("_!=_", "!=", false).example("country != 'CN'", "false"),
                order("_<_", "<", sign -> sign < 0).example("employees < 50", "true"),
                order("_<=_", "<=", sign -> sign <= 0).example("employees <= 42", "true"),
                order("_>_", ">", sign -> sign > 0).example("annualRevenue.amount > 100000", "true"),
                order("_>=_", ">=", sign -> sign >= 0).example("today >= date('2026-01-01')", "true"),
                operator("_&&_", "&&").gives(BOOL, BOOL, BOOL).example("employees > 10 && country == 'CN'", "true"),
                operator("_||_", "||").gives(BOOL, BOOL, BOOL).example("employees > 99 || country == 'CN'", "true"),
                operator("!_", "!")
                        .gives(BOOL, BOOL)
                        .one(value -> !(Boolean) value)
                        .example("!(employees > 10)", "false"),
                choose(),
                in(),
                operator("_[_]", "[ ]")
                        .gives(ANY, LIST, INT)
                        .two(Operators::element)
                        .example("[10, 20, 30][1]", "20"),
                function("@truth").gives(BOOL, BOOL).one(Boolean.TRUE::equals),
                function("@absent").gives(BOOL, ANY).one(Operators::absent),
                function("@present").gives(BOOL, ANY).one(value -> !absent(value)),
                function("@not_strictly_false").gives(BOOL, BOOL));
    }

    private static FunctionDefinition plus() {
        return arithmetic("_+_", "+", null)
                .gives(TEXT, TEXT, TEXT)
                .gives(DATE, DATE, INT)
                .givesList(LIST)
                .two(Operators::plus)
                .example("price + 0.5", "100.5");
    }

    private static FunctionDefinition minus() {
        return arithmetic("_-_", "-", null)
                .gives(DATE, DATE, INT)
                .gives(INT, DATE, DATE)
                .two(present(Operators::minus))
                .example("today - 7", "2026-11-15");
    }

    private static FunctionDefinition arithmetic(String name, String written, BinaryOperator<Object> code) {
        return operator(name, written)
                .gives(INT, INT, INT)
                .gives(DECIMAL, DECIMAL, DECIMAL)
                .gives(DECIMAL, DECIMAL, INT)
                .gives(DECIMAL, INT, DECIMAL)
                .two(code == null ? null : present(code));
    }

    private static FunctionDefinition equality(String name, String written, boolean equal) {
        FunctionDefinition definition = operator(name, written);
        for (CelType type : List.of(TEXT, INT, DECIMAL, BOOL, DATE, INSTANT, MONEY, LIST)) {
            definition.gives(BOOL, type, type);
        }
        return definition
                .gives(BOOL, INT, DECIMAL)
                .gives(BOOL, DECIMAL, INT)
                .two((left, right) -> same(left, right) == equal);
    }

    private static FunctionDefinition order(String name, String written, IntPredicate holds) {
        FunctionDefinition definition = operator(name, written);
        for (CelType type : List.of(INT, DECIMAL, TEXT, DATE, INSTANT)) {
            definition.gives(BOOL, type, type);
        }
        return definition
                .gives(BOOL, INT, DECIMAL)
                .gives(BOOL, DECIMAL, INT)
                .two((left, right) -> !Absent.is(left) && !Absent.is(right) && holds.test(compare(left, right)));
    }

    private static FunctionDefinition choose() {
        FunctionDefinition definition = operator("_?_:_", "? :");
        for (CelType type : List.of(TEXT, INT, DECIMAL, BOOL)) {
            definition
                    .gives(type, BOOL, type, type)
                    .gives(type, BOOL, type, NOTHING)
                    .gives(type, BOOL, NOTHING, type);
        }
        for (CelType type : List.of(DATE, INSTANT, MONEY, LIST)) {
            definition.gives(type, BOOL, type, type);
        }
        return definition
                .gives(DECIMAL, BOOL, INT, DECIMAL)
                .gives(DECIMAL, BOOL, DECIMAL, INT)
                .example("employees > 10 ? 'large' : 'small'", "large");
    }

    private static FunctionDefinition in() {
        FunctionDefinition definition = operator("@in", "in");
        for (CelType type : List.of(TEXT, INT, DECIMAL, DATE, INSTANT)) {
            definition.gives(BOOL, type, listOf(type));
        }
        return definition
                .gives(BOOL, INT, listOf(DECIMAL))
                .gives(BOOL, DECIMAL, listOf(INT))
                .two((value, list) -> {
                    for (Object element : (List<?>) list) {
                        if (same(value, element)) {
                            return true;
                        }
                    }
                    return false;
                })
                .example("country in ['CN', 'SG']", "true");
    }

    /** Absent as soon as one of the two is. */
    static BinaryOperator<Object> present(BinaryOperator<Object> code) {
        return (left, right) -> Absent.is(left) || Absent.is(right) ? Absent.VALUE : code.apply(left, right);
    }

    private static boolean absent(Object value) {
        return Absent.is(value) || value instanceof List<?> list && list.isEmpty();
    }

    private static Object plus(Object left, Object right) {
        if (left instanceof String || right instanceof String) {
            return join(left, right);
        }
        if (Absent.is(left) || Absent.is(right)) {
            return Absent.VALUE;
        }
        return left instanceof LocalDate date ? Dates.addDays(date, (Long) right) : Decimals.add(left, right);
    }

    private static String join(Object left, Object right) {
        String head = Absent.is(left) ? "" : (String) left;
        String tail = Absent.is(right) ? "" : (String) right;
        TextFunctions.bounded(head.length() + (long) tail.length());
        return head.concat(tail);
    }

    private static Object minus(Object left, Object right) {
        if (left instanceof LocalDate date) {
            return right instanceof LocalDate from
                    ? (Object) ChronoUnit.DAYS.between(from, date)
                    : Dates.addDays(date, -Math.max((Long) right, -Long.MAX_VALUE));
        }
        return Decimals.subtract(left, right);
    }

    static boolean same(Object left, Object right) {
        if (Absent.is(left) || Absent.is(right)) {
            return Absent.is(left) && Absent.is(right);
        }
        if (left instanceof Number && right instanceof Number) {
            return Decimals.compare(left, right) == 0;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return sameElements(a, b);
        }
        return left.equals(right);
    }

    private static boolean sameElements(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    static int compare(Object left, Object right) {
        if (left instanceof Number) {
            return Decimals.compare(left, right);
        }
        if (left instanceof String text) {
            return text.compareTo((String) right);
        }
        return left instanceof LocalDate date
                ? date.compareTo((LocalDate) right)
                : ((Instant) left).compareTo((Instant) right);
    }

    private static Object element(Object list, Object index) {
        List<?> elements = (List<?>) list;
        if (Absent.is(index) || (Long) index < 0 || (Long) index >= elements.size()) {
            return RecordValue.NO_ELEMENT;
        }
        return elements.get(Math.toIntExact((Long) index));
    }
}
