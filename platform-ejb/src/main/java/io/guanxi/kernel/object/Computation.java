package io.guanxi.kernel.object;

/** How the value of a field comes about that nobody fills in. */
public sealed interface Computation {

    /**
     * The value follows from the other fields of the record.
     *
     * @param source in the rule language
     */
    record Formula(String source) implements Computation {}

    /**
     * The value is what the live records come to that point to this one; some seconds behind them at most.
     *
     * @param object   name of the object of those records
     * @param by       their field that points here
     * @param function what becomes of them
     * @param field    what is summed up or compared; null for {@link Function#COUNT}
     * @param filter   RSQL that leaves out some of them; null for none
     */
    record RollUp(String object, String by, Function function, String field, String filter) implements Computation {}

    /**
     * New records are numbered in the order in which they are kept, without gaps.
     *
     * @param format such as {@code INV-{YYYY}-{0000}}; see {@link NumberFormat}
     */
    record Numbering(String format) implements Computation {}

    /** What many values become. Without any, there are none and their sum is 0, and nothing else has a value. */
    enum Function {
        COUNT,
        SUM,
        AVERAGE,
        LEAST,
        GREATEST
    }
}
