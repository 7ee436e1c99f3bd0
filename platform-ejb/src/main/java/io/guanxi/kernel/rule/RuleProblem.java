package io.guanxi.kernel.rule;

import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.object.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing wrong with the source of a rule.
 *
 * @param code   stable name such as {@code unknownField}; key of the sentence in the bundle of this package
 * @param args   what the sentence mentions: texts, numbers and {@link Wording}s
 * @param line   from 1
 * @param column from 1, in {@code char}s
 * @param offset from 0, in {@code char}s of the whole source
 * @param length of the part that is wrong, in {@code char}s; at least 1 except at the end of the source
 */
public record RuleProblem(String code, List<Object> args, int line, int column, int offset, int length) {

    static RuleProblem at(String source, int offset, String code, Object... args) {
        int at = Math.max(0, Math.min(offset, source.length()));
        int line =
                1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - (source.lastIndexOf('\n', at - 1) + 1) + 1;
        return new RuleProblem(code, List.of(args), line, column, at, Tokens.lengthAt(source, at));
    }

    /** The same as an error of an input, with the place in the source and a sentence for every language. */
    public FieldError at(String pointer) {
        Map<String, String> sentences = new LinkedHashMap<>();
        Labels.LANGUAGES.forEach(locale -> sentences.put(locale.toLanguageTag(), message(locale)));
        return FieldError.of(pointer, "rule.problem", line, column, sentences);
    }

    /** The sentence in English, or in Chinese. */
    public String message(Locale locale) {
        return RuleWords.problem("problem." + code, args, locale);
    }
}
