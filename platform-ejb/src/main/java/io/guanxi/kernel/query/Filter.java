package io.guanxi.kernel.query;

import java.util.List;

/** A condition on the fields of an object; checked against its descriptor when it is used. */
public sealed interface Filter {

    record And(List<Filter> parts) implements Filter {}

    record Or(List<Filter> parts) implements Filter {}

    /**
     * @param arguments external forms; one for all but {@code IN} and {@code NOT_IN}, none for {@code IS_EMPTY} and
     *     {@code IS_NOT_EMPTY}
     */
    record Comparison(String field, Operator operator, List<String> arguments) implements Filter {}

    static Filter compare(String field, Operator operator, String... arguments) {
        return new Comparison(field, operator, List.of(arguments));
    }

    static Filter all(Filter... parts) {
        return new And(List.of(parts));
    }
}
