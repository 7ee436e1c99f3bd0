package io.guanxi.billing.usage;

import io.guanxi.kernel.entitlement.Usage;
import io.guanxi.kernel.entitlement.UsageSource;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.HistoryEntry;
import io.guanxi.kernel.record.RecordSource;
import io.guanxi.kernel.record.WriteFollower;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Counts the records of a tenant as they are written, and refuses new ones beyond what its plan allows. What the product is
 * set up by, such as tags, does not count: it is made while records are edited, and editing goes on.
 */
@ApplicationScoped
public class RecordMeter implements WriteFollower, UsageSource {

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private Usage usage;

    @Inject
    private ApiCalls calls;

    @Override
    public String limit() {
        return Usage.RECORDS;
    }

    @Override
    public long counted() {
        return objects.all().stream()
                .filter(RecordMeter::counts)
                .mapToLong(object -> RecordSource.select(
                                entities, object, Long.class, "COUNT(e.id)", "e.deletedAt IS NULL")
                        .getSingleResult())
                .sum();
    }

    private static boolean counts(ObjectDescriptor object) {
        return object.archivable() || object.partOf() != null;
    }

    @Override
    public Following begin() {
        return new Counting();
    }

    private final class Counting implements Following {

        private long change;

        @Override
        public void expect(ObjectDescriptor object, int more) {
            if (counts(object)) {
                calls.requireCreation();
                usage.requireRoom(Usage.RECORDS, change + more);
            }
        }

        @Override
        public void wrote(
                ObjectDescriptor object,
                CrmRecord record,
                HistoryEntry.Action action,
                Map<String, Object> changes,
                Supplier<Map<String, Object>> values) {
            if (counts(object)) {
                switch (action) {
                    case CREATED, RESTORED -> change++;
                    case DELETED -> change--;
                    default -> {
                        // A change of a record leaves their number as it is.
                    }
                }
            }
        }

        @Override
        public void flush() {
            usage.count(Usage.RECORDS, change);
            change = 0;
        }
    }
}
