package io.guanxi.integrations.rest.problems;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import java.util.List;
import java.util.Locale;

/** In which language an answer is worded: what the request asks for, else the caller's own, else English. */
public final class Languages {

    private Languages() {}

    /**
     * @param acceptLanguage the header's value; null when there is none
     */
    public static Locale of(String acceptLanguage) {
        Locale own = CallContext.find().map(Caller::locale).orElse(Locale.ENGLISH);
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return spoken(own);
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            for (Locale.LanguageRange range : ranges) {
                String language = range.getRange();
                if (range.getWeight() > 0 && language.matches("zh(-.*)?")) {
                    return Locale.SIMPLIFIED_CHINESE;
                } else if (range.getWeight() > 0 && language.matches("en(-.*)?")) {
                    return Locale.ENGLISH;
                }
            }
            return spoken(own);
        } catch (IllegalArgumentException e) {
            // A header nobody can read asks for nothing.
            return spoken(own);
        }
    }

    private static Locale spoken(Locale locale) {
        return locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
