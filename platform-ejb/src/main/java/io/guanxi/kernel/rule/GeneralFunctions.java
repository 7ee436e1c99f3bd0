package io.guanxi.kernel.rule;

import static io.guanxi.kernel.rule.FunctionDefinition.function;
import static io.guanxi.kernel.rule.FunctionDefinition.macro;
import static io.guanxi.kernel.rule.Kinds.ANY;
import static io.guanxi.kernel.rule.Kinds.BOOL;
import static io.guanxi.kernel.rule.Kinds.DATE;
import static io.guanxi.kernel.rule.Kinds.DECIMAL;
import static io.guanxi.kernel.rule.Kinds.INSTANT;
import static io.guanxi.kernel.rule.Kinds.INT;
import static io.guanxi.kernel.rule.Kinds.LIST;
import static io.guanxi.kernel.rule.Kinds.MONEY;
import static io.guanxi.kernel.rule.Kinds.TEXT;

import dev.cel.common.types.CelType;
import java.util.List;

/** Functions of absent values and of lists. */
final class GeneralFunctions {

    private GeneralFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                // The compiler writes x != null and x != old.x for these two.
                function("has").gives(BOOL, ANY).rewritten().example("has(country)", "true"),
                function("changed").gives(BOOL, ANY).rewritten().example("changed(country)", "true"),
                function("isBlank")
                        .givesEither(BOOL, ANY)
                        .one(GeneralFunctions::blank)
                        .example("isBlank('  ')", "true"),
                coalesce(),
                macro("exists").gives(BOOL, LIST, BOOL).example("phones.exists(p, p.label == 'mobile')", "true"),
                macro("all").gives(BOOL, LIST, BOOL).example("phones.all(p, p.number.startsWith('+86'))", "true"),
                macro("exists_one")
                        .gives(BOOL, LIST, BOOL)
                        .example("phones.exists_one(p, p.label == 'mobile')", "true"),
                macro("filter").gives(LIST, LIST, BOOL).example("[1, 2, 3].filter(n, n > 1)", "[2, 3]"),
                macro("map").gives(LIST, LIST, ANY).example("[1, 2, 3].map(n, n * 2)", "[2, 4, 6]"));
    }

    private static FunctionDefinition coalesce() {
        FunctionDefinition definition = function("coalesce");
        for (CelType type : List.of(TEXT, INT, DECIMAL, BOOL, DATE, INSTANT, MONEY)) {
            definition.gives(type, type, type).gives(type, type, type, type);
        }
        return definition
                .gives(DECIMAL, DECIMAL, INT)
                .gives(DECIMAL, INT, DECIMAL)
                .two((first, second) -> Absent.is(first) ? second : first)
                .many(args -> Absent.is(args[0]) ? Absent.is(args[1]) ? args[2] : args[1] : args[0])
                .example("coalesce(parent, 'none')", "none");
    }

    private static boolean blank(Object value) {
        if (Absent.is(value)) {
            return true;
        }
        return value instanceof String text && text.isBlank() || value instanceof List<?> list && list.isEmpty();
    }
}
