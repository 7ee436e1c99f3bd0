package io.guanxi.kernel.rule;

/** How a function is written. */
public enum FunctionKind {
    /** {@code name(arguments)}, or {@code value.name(arguments)}. */
    FUNCTION,
    /** {@code list.name(variable, expression)}. */
    MACRO,
    /** A sign between or before values. */
    OPERATOR
}
