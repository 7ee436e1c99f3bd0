package io.guanxi.infra.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The launcher's words, in the language of the terminal (English when there is no translation). */
public final class Text {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "io.guanxi.infra.text.messages",
            Locale.getDefault(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Text() {}

    /**
     * The message of a key with its {@code {0}} places filled.
     *
     * @throws java.util.MissingResourceException when no bundle has the key
     */
    public static String of(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), Locale.ROOT).format(values);
    }
}
