package io.guanxi.web.shell;

import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.FieldError;
import io.guanxi.kernel.object.Labels;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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

    /** A broken rule as a sentence. */
    public String error(DomainException broken) {
        return Labels.error(broken.code(), locale(), broken.args().toArray());
    }

    /** What is wrong with a part of an input as a sentence. */
    public String error(FieldError error) {
        return Labels.error(error.code(), locale(), error.args().toArray());
    }

    /** The texts whose keys begin so, by what follows; for scripts. */
    public Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new TreeMap<>();
        Labels.keys(BUNDLE, locale()).stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> found.put(key.substring(prefix.length()), Labels.text(BUNDLE, key, locale())));
        return found;
    }

    public Locale locale() {
        if (locale == null) {
            locale = settings.locale();
        }
        return locale;
    }
}
