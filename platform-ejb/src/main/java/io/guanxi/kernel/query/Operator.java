package io.guanxi.kernel.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Comparisons of a filter, with their RSQL symbols; text compares without case and accents. */
public enum Operator {
    /** A {@code *} at the end asks for a prefix. */
    EQUAL("=="),
    NOT_EQUAL("!="),
    GREATER("=gt=", ">"),
    GREATER_OR_EQUAL("=ge=", ">="),
    LESS("=lt=", "<"),
    LESS_OR_EQUAL("=le=", "<="),
    IN("=in="),
    NOT_IN("=out="),
    /** Dates and instants in a {@link Period}, in the caller's time zone. */
    WITHIN("=within="),
    IS_EMPTY("=empty="),
    IS_NOT_EMPTY("=filled=");

    private final List<String> symbols;

    Operator(String... symbols) {
        this.symbols = List.of(symbols);
    }

    public List<String> symbols() {
        return symbols;
    }

    public static Optional<Operator> ofSymbol(String symbol) {
        return Arrays.stream(values()).filter(o -> o.symbols.contains(symbol)).findFirst();
    }
}
