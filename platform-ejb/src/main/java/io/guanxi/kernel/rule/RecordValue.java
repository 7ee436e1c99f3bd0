package io.guanxi.kernel.rule;

import dev.cel.common.types.CelType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A record, or an element of a list field, whose members are read when a rule asks for them. */
class RecordValue extends StructuredValue {

    private final RecordShape shape;
    private final Function<String, Object> fields;

    /**
     * @param fields external forms by name; null for a record that is not there
     */
    RecordValue(RecordShape shape, Function<String, Object> fields) {
        this.shape = shape;
        this.fields = fields;
    }

    @Override
    boolean absent() {
        return fields == null;
    }

    @Override
    Object external() {
        return fields == null ? null : shape.external(fields);
    }

    @Override
    public Object select(String member) {
        return shape.require(member).read(fields);
    }

    @Override
    public CelType celType() {
        return shape.type();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordValue that
                && shape.name().equals(that.shape.name())
                && absent() == that.absent()
                && (absent() || external().equals(that.external()));
    }

    @Override
    public int hashCode() {
        return absent() ? 0 : external().hashCode();
    }

    /** An element that a list does not have: every member is absent. */
    static final RecordValue NO_ELEMENT = new RecordValue(new RecordShape("guanxi.none", List.of()), null) {
        @Override
        public Object select(String member) {
            return Absent.VALUE;
        }
    };

    static Function<String, Object> members(Object raw) {
        if (raw instanceof Map<?, ?> map) {
            return map::get;
        }
        throw new RuleFault("rule.invalidValue", String.valueOf(raw));
    }
}
