package io.guanxi.kernel.query;

import io.guanxi.kernel.error.InvalidQuery;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import java.util.Optional;

/** Whether a filter or an order can be served, asked before anything is kept that uses it. */
public final class QueryCheck {

    private QueryCheck() {}

    /**
     * @param filter null is fine
     * @throws InvalidQuery when a field, operator or value does not fit the object
     */
    public static void filter(ObjectDescriptor object, Filter filter) {
        if (filter != null) {
            new FilterCompiler(object, new JpqlText()).condition(filter);
        }
    }

    /**
     * @throws InvalidQuery when no index serves the order
     */
    public static void sort(ObjectDescriptor object, List<SortKey> sort) {
        Optional<FieldDescriptor> custom = CustomOrder.field(object, sort);
        if (custom.isPresent()) {
            CustomOrder.require(custom.get(), sort);
        } else {
            new Keyset(object, sort);
        }
    }
}
