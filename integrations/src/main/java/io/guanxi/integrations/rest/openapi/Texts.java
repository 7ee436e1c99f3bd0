package io.guanxi.integrations.rest.openapi;

import io.guanxi.kernel.object.Labels;
import java.text.MessageFormat;
import java.util.Locale;

/** The words of the document in one language. */
record Texts(Locale locale) {

    private static final String BUNDLE = "io.guanxi.integrations.rest.openapi.messages";

    String get(String key, Object... args) {
        return new MessageFormat(Labels.text(BUNDLE, key, locale), locale).format(args);
    }
}
