package io.guanxi.kernel.record;

import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.object.FieldDescriptor;

/** Judges an external form by itself, as records of the object would be judged. */
public final class ValueCheck {

    private ValueCheck() {}

    /**
     * @throws InvalidRecord with pointers that begin with {@code pointer} when the value does not fit the field
     */
    public static void require(FieldDescriptor field, Object value, String pointer) {
        InputErrors errors = new InputErrors();
        FieldCodec.parse(field, value, pointer, errors);
        errors.throwIfAny();
    }
}
