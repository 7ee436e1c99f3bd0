package io.guanxi.kernel.rule;

/** Every bound on the size of rules and on what they may cost. */
public final class RuleLimits {

    /** Longest source, in characters. */
    public static final int SOURCE_LENGTH = 5_000;

    /** Brackets inside brackets. */
    public static final int BRACKETS = 40;

    /** Levels of the expression tree; a sum of n numbers has n levels. */
    public static final int DEPTH = 120;

    /** Nodes of the expression tree, after {@code exists}, {@code map} and the like are spelled out. */
    public static final int NODES = 1_000;

    /** {@code exists}, {@code all}, {@code filter} or {@code map} inside one another. */
    public static final int LOOPS = 2;

    /** Estimated cost, see {@link CostEstimate}; of the order of 100 ns each. */
    public static final long COST = 50_000;

    /** Nodes evaluated by a rule with a loop; lists and texts count more. */
    public static final int STEPS = 100_000;

    /** Rounds of all loops of an evaluation together. */
    public static final int ITERATIONS = 10_000;

    /** Longest text a function or a rule may give, in characters. */
    public static final int TEXT_LENGTH = 50_000;

    /** Longest list a function may give. */
    public static final int LIST_SIZE = 1_000;

    /** Digits before the decimal point. */
    public static final int INTEGER_DIGITS = 30;

    /** Digits after the decimal point; what is finer is rounded half up. */
    public static final int FRACTION_DIGITS = 20;

    /** Longest regular expression, in characters. */
    public static final int PATTERN_LENGTH = 200;

    /** Size of a regular expression once its repetitions are spelled out. */
    public static final int PATTERN_SIZE = 1_000;

    /** Longest text a regular expression is tried on. */
    public static final int PATTERN_TEXT = 20_000;

    private RuleLimits() {}
}
