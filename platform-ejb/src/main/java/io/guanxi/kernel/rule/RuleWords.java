package io.guanxi.kernel.rule;

import io.guanxi.kernel.object.Labels;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of the rule language in English and Chinese. */
final class RuleWords {

    private static final String BUNDLE = "io.guanxi.kernel.rule.messages";

    /** Keys of properties cannot have these signs, or would be hard to read. */
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("+", "plus"),
            Map.entry("-", "minus"),
            Map.entry("*", "times"),
            Map.entry("/", "divided"),
            Map.entry("%", "remainder"),
            Map.entry("==", "equal"),
            Map.entry("!=", "unequal"),
            Map.entry("<", "less"),
            Map.entry("<=", "lessOrEqual"),
            Map.entry(">", "greater"),
            Map.entry(">=", "greaterOrEqual"),
            Map.entry("&&", "and"),
            Map.entry("||", "or"),
            Map.entry("!", "not"),
            Map.entry("? :", "choose"),
            Map.entry("[ ]", "element"));

    private RuleWords() {}

    static String keyOf(String function) {
        return SIGNS.getOrDefault(function, function);
    }

    static String text(String key, Locale locale) {
        return Labels.text(BUNDLE, key, locale);
    }

    static String format(String key, Locale locale, Object... args) {
        return new MessageFormat(text(key, locale), locale).format(args);
    }

    /** The sentence for a problem; arguments with words of their own are put in the language. */
    static String problem(String code, List<Object> args, Locale locale) {
        return format(
                code,
                locale,
                args.stream()
                        .map(arg -> arg instanceof Wording wording ? wording.in(locale) : arg)
                        .toArray());
    }

    static String function(RuleFunction function, Locale locale) {
        return text(function.descriptionKey(), locale);
    }

    static String member(String name, Locale locale) {
        return text("member." + name, locale);
    }

    static String element(String option, Locale locale) {
        return Labels.text("io.guanxi.kernel.object.messages", "element." + option, locale);
    }
}
