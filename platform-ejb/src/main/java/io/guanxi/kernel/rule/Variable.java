package io.guanxi.kernel.rule;

import dev.cel.common.types.CelType;

/**
 * A name that rules may use without a point before it.
 *
 * @param name   as rules spell it
 * @param type   for the checker
 * @param field  the field of the record it stands for; null for {@code now} and the like
 * @param shape  its members; null where it has none
 * @param source gives its value; never null, absent values are {@link Absent#VALUE} or the like
 */
record Variable(String name, CelType type, FieldShape field, RecordShape shape, Source source) {

    /** Reads a value from the input of an evaluation. */
    @FunctionalInterface
    interface Source {
        Object read(RuleInput input);
    }

    static Variable ofField(FieldShape field) {
        return new Variable(field.name(), field.type(), field, field.members(), input -> field.read(input.record()));
    }

    static Variable of(String name, CelType type, Source source) {
        return new Variable(name, type, null, null, source);
    }

    static Variable of(String name, RecordShape shape, Source source) {
        return new Variable(name, shape.type(), null, shape, source);
    }

    /** Written by the compiler, not by people. */
    boolean hidden() {
        return name.startsWith("@");
    }
}
