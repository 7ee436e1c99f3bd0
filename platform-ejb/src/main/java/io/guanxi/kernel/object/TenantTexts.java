package io.guanxi.kernel.object;

import java.util.Locale;
import java.util.Map;

/** Words that a tenant has given in several languages, by language tag such as {@code en} and {@code zh-CN}. */
public final class TenantTexts {

    private TenantTexts() {}

    /**
     * The text in a language, else in English, else in whatever there is.
     *
     * @param texts at least one
     */
    public static String in(Map<String, String> texts, Locale locale) {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (Locale.forLanguageTag(text.getKey()).getLanguage().equals(locale.getLanguage())) {
                return text.getValue();
            }
        }
        return texts.getOrDefault("en", texts.values().iterator().next());
    }
}
