package io.guanxi.kernel.rule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Types beside each other, as the arguments of a function are. */
record TypeNames(List<TypeName> types) implements Wording {

    @Override
    public String in(Locale locale) {
        return types.stream().map(type -> type.in(locale)).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
