package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import java.util.List;
import java.util.function.Function;

/** The attributes of one record by name; null for those without a value. */
interface Attributes extends Function<String, Object> {

    /** The fields that may have a value, in their order: an object can have hundreds that this record has not. */
    List<FieldDescriptor> fields();
}
