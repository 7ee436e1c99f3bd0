package io.guanxi.kernel.record;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;

/**
 * Records whose history is known from before, such as those of the demo: like {@link RecordService}, but with the time
 * of each change given. Changes reach the database with the end of the transaction.
 */
@Stateless
@TenantBound
public class PastRecords {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private AccessPolicy access;

    @Inject
    private RecordFinder finder;

    @Inject
    private RecordWriter writer;

    /**
     * A record made at {@code time}; needs {@code write}.
     *
     * @return its id
     */
    public String create(String object, Map<String, Object> input, Instant time) {
        RecordBatch batch = writer.begin();
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.CREATE);
        batch.at(time);
        CrmRecord record = batch.create(descriptor, input, null, null);
        finish(batch);
        return RecordId.format(record.id());
    }

    /** A change made at {@code time}, after all that were made before; needs {@code write}. */
    public void update(String object, String id, Map<String, Object> patch, Instant time) {
        RecordBatch batch = writer.begin();
        ObjectDescriptor descriptor = objects.require(object);
        access.require(descriptor, Operation.UPDATE);
        batch.at(time);
        batch.update(descriptor, finder.requireLive(descriptor, id, Operation.UPDATE), patch);
        finish(batch);
    }

    /** Each flush compares everything in hand: what is written is let go, or a long past would cost its square. */
    private void finish(RecordBatch batch) {
        batch.flush();
        entities.clear();
    }
}
