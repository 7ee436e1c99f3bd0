package io.guanxi.kernel.record;

import io.guanxi.kernel.object.FieldDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is known about records of one object beyond their fields, for rules. A module has a bean for each such object. */
public interface RuleFacts {

    /** Name of the object. */
    String object();

    /** The facts as rules name them; none has the name of a field. */
    List<FieldDescriptor> fields();

    /**
     * External forms of the facts by name, by id of the record; records of which nothing is known are left out. At most 500.
     */
    Map<Long, Map<String, Object>> of(Collection<Long> records);
}
