package io.guanxi.kernel.rule;

import java.util.Locale;
import java.util.stream.Collectors;

/** The ways a function can be called, the most important ones. */
record Usage(RuleFunction function) implements Wording {

    private static final int MOST = 3;

    @Override
    public String in(Locale locale) {
        return function.signatures().stream()
                .limit(MOST)
                .map(signature -> function.spell(signature, locale))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
