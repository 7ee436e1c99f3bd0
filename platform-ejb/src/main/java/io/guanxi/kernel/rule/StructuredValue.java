package io.guanxi.kernel.rule;

import dev.cel.common.values.StructValue;
import java.util.Optional;

/** A value with members that rules select with a point. A member of an absent value is absent. */
abstract class StructuredValue extends StructValue<String, StructuredValue> {

    abstract boolean absent();

    /** External form; null when absent. */
    abstract Object external();

    @Override
    public StructuredValue value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return absent();
    }

    @Override
    public Optional<Object> find(String member) {
        Object value = select(member);
        return Absent.is(value) ? Optional.empty() : Optional.of(value);
    }
}
