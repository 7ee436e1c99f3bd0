package io.guanxi.documents;

import io.guanxi.kernel.entitlement.Usage;
import io.guanxi.kernel.entitlement.UsageSource;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.HistoryEntry;
import io.guanxi.kernel.record.WriteFollower;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the contents of documents take up: those in the recycle bin are not counted, so that deleting makes room. */
@ApplicationScoped
public class DocumentStorage implements UsageSource, WriteFollower {

    private static final String SIZE = "sizeBytes";

    @PersistenceContext(unitName = "guanxi")
    private EntityManager entities;

    @Inject
    private Usage usage;

    @Override
    public String limit() {
        return Usage.STORAGE;
    }

    @Override
    public long counted() {
        Long bytes = entities.createQuery(
                        "SELECT SUM(d.sizeBytes) FROM Document d WHERE d.deletedAt IS NULL", Long.class)
                .getSingleResult();
        return bytes == null ? 0 : bytes;
    }

    @Override
    public Following begin() {
        return new Counting();
    }

    private final class Counting implements Following {

        private long change;

        @Override
        public void wrote(
                ObjectDescriptor object,
                CrmRecord record,
                HistoryEntry.Action action,
                Map<String, Object> changes,
                Supplier<Map<String, Object>> values) {
            if (!object.name().equals(Documents.OBJECT)) {
                return;
            }
            switch (action) {
                case CREATED, RESTORED -> change += size(values.get().get(SIZE));
                case DELETED -> change -= size(values.get().get(SIZE));
                default -> {
                    if (changes.get(SIZE) instanceof List<?> both) {
                        change += size(both.get(1)) - size(both.get(0));
                    }
                }
            }
        }

        @Override
        public void flush() {
            if (change != 0) {
                usage.count(Usage.STORAGE, change);
                change = 0;
            }
        }

        private static long size(Object bytes) {
            return bytes instanceof Number number ? number.longValue() : 0;
        }
    }
}
