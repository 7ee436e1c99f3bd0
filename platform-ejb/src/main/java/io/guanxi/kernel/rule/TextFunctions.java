package io.guanxi.kernel.rule;

import static io.guanxi.kernel.rule.FunctionDefinition.function;
import static io.guanxi.kernel.rule.Kinds.BOOL;
import static io.guanxi.kernel.rule.Kinds.DATE;
import static io.guanxi.kernel.rule.Kinds.DECIMAL;
import static io.guanxi.kernel.rule.Kinds.INSTANT;
import static io.guanxi.kernel.rule.Kinds.INT;
import static io.guanxi.kernel.rule.Kinds.LIST;
import static io.guanxi.kernel.rule.Kinds.PATTERN;
import static io.guanxi.kernel.rule.Kinds.TEXT;
import static io.guanxi.kernel.rule.Kinds.TEXTS;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Functions of texts. Positions and sizes count characters as people see them in a code chart (code points). */
final class TextFunctions {

    private TextFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                function("lower")
                        .givesEither(TEXT, TEXT)
                        .one(NumberFunctions.present(text -> ((String) text).toLowerCase(Locale.ROOT)))
                        .example("lower('ABC')", "abc"),
                function("upper")
                        .givesEither(TEXT, TEXT)
                        .one(NumberFunctions.present(text -> ((String) text).toUpperCase(Locale.ROOT)))
                        .example("upper(country)", "CN"),
                function("trim")
                        .givesEither(TEXT, TEXT)
                        .one(NumberFunctions.present(text -> ((String) text).strip()))
                        .example("trim('  tea ')", "tea"),
                test("contains", String::contains).example("name.contains('Tea')", "true"),
                test("startsWith", String::startsWith).example("startsWith(name, 'Jade')", "true"),
                test("endsWith", String::endsWith).example("name.endsWith('Ltd')", "false"),
                function("size")
                        .givesEither(INT, TEXT)
                        .givesEither(INT, LIST)
                        .one(TextFunctions::size)
                        .example("size('茶叶')", "2"),
                function("matches")
                        .givesEither(BOOL, TEXT, PATTERN)
                        .two((text, pattern) -> !Absent.is(text) && matches((String) text, (Pattern) pattern))
                        .example("name.matches('^[A-Z]')", "true"),
                function("substring")
                        .givesEither(TEXT, TEXT, INT)
                        .givesEither(TEXT, TEXT, INT, INT)
                        .two(Operators.present((text, from) -> substring((String) text, (Long) from, Long.MAX_VALUE)))
                        .many(args -> Absent.is(args[0]) || Absent.is(args[1]) || Absent.is(args[2])
                                ? Absent.VALUE
                                : substring((String) args[0], (Long) args[1], (Long) args[2]))
                        .example("substring('contract', 0, 3)", "con"),
                function("replace")
                        .givesEither(TEXT, TEXT, TEXT, TEXT)
                        .many(args -> replace(args[0], args[1], args[2]))
                        .example("replace('a-b-c', '-', '+')", "a+b+c"),
                function("split")
                        .givesEither(TEXTS, TEXT, TEXT)
                        .two(TextFunctions::split)
                        .example("split('a,b,c', ',')", "[a, b, c]"),
                function("join")
                        .givesEither(TEXT, TEXTS, TEXT)
                        .two((list, separator) -> join((List<?>) list, separator))
                        .example("join(['a', 'b'], ' + ')", "a + b"),
                function("string")
                        .gives(TEXT, TEXT)
                        .gives(TEXT, INT)
                        .gives(TEXT, DECIMAL)
                        .gives(TEXT, BOOL)
                        .gives(TEXT, DATE)
                        .gives(TEXT, INSTANT)
                        .one(NumberFunctions.present(
                                value -> value instanceof Number ? NumberFunctions.plain(value) : value.toString()))
                        .example("'No. ' + string(employees)", "No. 42"));
    }

    private static FunctionDefinition test(String name, BiPredicate<String, String> holds) {
        return function(name)
                .givesEither(BOOL, TEXT, TEXT)
                .two((text, part) -> !Absent.is(text) && !Absent.is(part) && holds.test((String) text, (String) part));
    }

    /**
     * @throws RuleFault when a text of that length is too long
     */
    static void bounded(long length) {
        if (length > RuleLimits.TEXT_LENGTH) {
            throw new RuleFault("rule.textTooLong", RuleLimits.TEXT_LENGTH);
        }
    }

    private static Object size(Object value) {
        if (Absent.is(value)) {
            return 0L;
        }
        return value instanceof String text
                ? (long) text.codePointCount(0, text.length())
                : (Object) (long) ((List<?>) value).size();
    }

    private static boolean matches(String text, Pattern pattern) {
        if (text.length() > RuleLimits.PATTERN_TEXT) {
            throw new RuleFault("rule.textTooLong", RuleLimits.PATTERN_TEXT);
        }
        return pattern.matcher(text).find();
    }

    /** Positions outside the text mean its ends. */
    private static String substring(String text, long from, long to) {
        int size = text.codePointCount(0, text.length());
        int start = (int) Math.max(0, Math.min(from, size));
        int end = (int) Math.max(start, Math.min(to, size));
        int first = text.offsetByCodePoints(0, start);
        return text.substring(first, text.offsetByCodePoints(first, end - start));
    }

    private static Object replace(Object value, Object old, Object with) {
        if (Absent.is(value)) {
            return Absent.VALUE;
        }
        String text = (String) value;
        if (Absent.is(old) || ((String) old).isEmpty()) {
            return text;
        }
        String part = (String) old;
        String replacement = Absent.is(with) ? "" : (String) with;
        long found = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            found++;
        }
        bounded(text.length() + found * (replacement.length() - part.length()));
        return text.replace(part, replacement);
    }

    private static Object split(Object value, Object separator) {
        if (Absent.is(value) || ((String) value).isEmpty()) {
            return List.of();
        }
        String text = (String) value;
        String between = Absent.is(separator) ? "" : (String) separator;
        if (between.isEmpty()) {
            return List.of(text);
        }
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(between); at >= 0; at = text.indexOf(between, from)) {
            parts.add(text.substring(from, at));
            from = at + between.length();
            if (parts.size() >= RuleLimits.LIST_SIZE) {
                throw new RuleFault("rule.listTooLong", RuleLimits.LIST_SIZE);
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Elements without value are left out. */
    private static String join(List<?> list, Object separator) {
        String between = Absent.is(separator) ? "" : (String) separator;
        StringBuilder text = new StringBuilder();
        for (Object element : list) {
            if (!Absent.is(element)) {
                text.append(text.isEmpty() ? "" : between).append(element);
                bounded(text.length());
            }
        }
        return text.toString();
    }
}
