package io.guanxi.kernel.rule;

import dev.cel.common.values.CelValue;
import dev.cel.common.values.NullValue;

/** How a value that is not there looks while a rule runs. */
final class Absent {

    static final Object VALUE = NullValue.NULL_VALUE;

    private Absent() {}

    static boolean is(Object value) {
        if (value == null) {
            return true;
        }
        return value instanceof CelValue
                && (value == VALUE || value instanceof StructuredValue struct && struct.absent());
    }
}
