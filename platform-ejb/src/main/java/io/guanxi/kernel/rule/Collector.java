package io.guanxi.kernel.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.values.CelValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The list that {@code map} and {@code filter} are making; growing it by one costs the same however long it is. */
final class Collector extends CelValue {

    static final OpaqueType TYPE = OpaqueType.create("collector", Kinds.ANY);

    private final List<Object> elements = new ArrayList<>();

    Collector add(Object element) {
        elements.add(element);
        return this;
    }

    List<Object> elements() {
        return Collections.unmodifiableList(elements);
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return elements.isEmpty();
    }

    @Override
    public CelType celType() {
        return TYPE;
    }
}
