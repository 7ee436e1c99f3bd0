package io.guanxi.integrations.rest.problems;

import io.guanxi.kernel.object.Labels;
import java.text.MessageFormat;
import java.util.Locale;

/** The words of problems. */
final class ProblemTexts {

    private static final String BUNDLE = "io.guanxi.integrations.rest.problems.messages";

    private ProblemTexts() {}

    static String title(ProblemType type, Locale locale) {
        return Labels.text(BUNDLE, type.slug() + ".title", locale);
    }

    /** What the type means and what to do about it, for its page. */
    static String explanation(ProblemType type, Locale locale) {
        return Labels.text(BUNDLE, type.slug() + ".text", locale);
    }

    static String detail(String code, Locale locale, Object... args) {
        return new MessageFormat(Labels.text(BUNDLE, "detail." + code, locale), locale).format(args);
    }

    static String page(String key, Locale locale) {
        return Labels.text(BUNDLE, "page." + key, locale);
    }
}
