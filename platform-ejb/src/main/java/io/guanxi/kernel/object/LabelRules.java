package io.guanxi.kernel.object;

import io.guanxi.kernel.error.FieldError;
import java.util.Map;
import java.util.function.Consumer;

/** What the words of a tenant's own must be like, in each language. */
public final class LabelRules {

    private LabelRules() {}

    /**
     * @param texts    by language tag
     * @param longest  in characters
     * @param required at least one language must have words
     * @param faults   takes what is wrong, each at its place below the pointer
     */
    public static void check(
            String pointer, Map<String, String> texts, int longest, boolean required, Consumer<FieldError> faults) {
        if (required && texts.values().stream().noneMatch(text -> !text.isBlank())) {
            faults.accept(FieldError.of(pointer, "required"));
        }
        texts.forEach((language, text) -> {
            if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                faults.accept(FieldError.of(pointer, "language.invalid"));
            } else if (text.codePointCount(0, text.length()) > longest) {
                faults.accept(FieldError.of(pointer + "/" + language, "text.tooLong", longest));
            } else if (text.chars().anyMatch(Character::isISOControl)) {
                faults.accept(FieldError.of(pointer + "/" + language, "text.forbidden"));
            }
        });
    }
}
