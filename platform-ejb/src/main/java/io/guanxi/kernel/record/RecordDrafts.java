package io.guanxi.kernel.record;

import io.guanxi.kernel.object.ObjectDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Records that are not stored: what would become of an input. */
@ApplicationScoped
public class RecordDrafts {

    @Inject
    private RecordWriter writer;

    /**
     * External forms by field of the record that an input would make, with what follows from it; wrong members are left
     * out, since nobody stores it.
     */
    public Map<String, Object> values(ObjectDescriptor object, Map<String, Object> members) {
        return RecordBatch.values(
                object, writer.begin().prepare(object, members).entity());
    }
}
