package io.guanxi.billing;

import io.guanxi.kernel.object.Labels;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** The words of plans and limits. */
public final class PlanTexts {

    private static final String BUNDLE = "io.guanxi.billing.messages";

    private PlanTexts() {}

    /** Name of a plan; its code when it has no name. */
    public static String plan(String code, Locale locale) {
        return named("plan." + code, code, locale);
    }

    /** Label of a limit such as {@code records}; its name when it has no label. */
    public static String limit(String name, Locale locale) {
        return named("limit." + name, name, locale);
    }

    /** Name of a plan in every language. */
    static Map<String, String> planInAll(String code) {
        Map<String, String> names = new LinkedHashMap<>();
        Labels.LANGUAGES.forEach(locale -> names.put(locale.toLanguageTag(), plan(code, locale)));
        return names;
    }

    private static String named(String key, String otherwise, Locale locale) {
        try {
            return Labels.text(BUNDLE, key, locale);
        } catch (MissingResourceException newSincePublished) {
            return otherwise;
        }
    }
}
