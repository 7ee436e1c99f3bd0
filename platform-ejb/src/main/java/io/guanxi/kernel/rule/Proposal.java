package io.guanxi.kernel.rule;

/**
 * Something an editor may offer at the cursor.
 *
 * @param insert      text to put in place of the source between {@code from} and {@code to}
 * @param label       what people know it as: the label of the field or option, the name of the function
 * @param kind        what it is
 * @param detail      its type, or the signature of a function
 * @param description one line about it; may be empty
 * @param from        from 0, in chars
 * @param to          behind the last char replaced
 */
public record Proposal(String insert, String label, Kind kind, String detail, String description, int from, int to) {

    /** What a proposal stands for. */
    public enum Kind {
        FIELD,
        VARIABLE,
        FUNCTION,
        OPTION
    }
}
