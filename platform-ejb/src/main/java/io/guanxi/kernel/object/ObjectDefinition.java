package io.guanxi.kernel.object;

import java.util.Map;

/** Says what an object is; one bean in each object's package, found by the {@link ObjectRegistry}. */
public interface ObjectDefinition {

    ObjectDescriptor descriptor();

    /**
     * Makes the input of one imported row fit the object's fields, such as a full name that files have in one column.
     *
     * @param row external forms by field name; read-only fields may be among them
     * @return what the record service takes
     */
    default Map<String, Object> interpretRow(Map<String, Object> row) {
        return row;
    }
}
