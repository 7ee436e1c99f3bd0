package io.guanxi.web.shell;

import io.guanxi.kernel.object.Labels;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;

/** The words of the pages, in the language of the request. */
@Named("texts")
@RequestScoped
public class Texts {

    private static final String BUNDLE = "io.guanxi.web.messages";

    @Inject
    private PersonalSettings settings;

    private Locale locale;

    /** The text of a key with its placeholders filled in. */
    public String of(String key, Object... args) {
        return new MessageFormat(Labels.text(BUNDLE, key, locale()), locale()).format(args);
    }

    public Locale locale() {
        if (locale == null) {
            locale = settings.locale();
        }
        return locale;
    }
}
