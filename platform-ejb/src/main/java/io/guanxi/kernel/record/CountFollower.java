package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.RecordCounts;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Numbers of records are counted anew after a write. */
@ApplicationScoped
public class CountFollower implements WriteFollower {

    @Inject
    private RecordCounts counts;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Override
    public Following begin() {
        return new Written();
    }

    private final class Written implements Following {

        private final Set<String> objects = new LinkedHashSet<>();

        @Override
        public void wrote(
                ObjectDescriptor object,
                CrmRecord record,
                HistoryEntry.Action action,
                Map<String, Object> changes,
                Supplier<Map<String, Object>> values) {
            objects.add(object.name());
        }

        @Override
        public void flush() {
            if (!objects.isEmpty()) {
                transactions.registerInterposedSynchronization(
                        new Forgetting(CallContext.require().tenantId(), List.copyOf(objects)));
                objects.clear();
            }
        }
    }

    /** Not before the end: who counted meanwhile has not seen what was written. */
    private final class Forgetting implements Synchronization {

        private final int tenant;
        private final List<String> objects;

        Forgetting(int tenant, List<String> objects) {
            this.tenant = tenant;
            this.objects = objects;
        }

        @Override
        public void beforeCompletion() {
            // What is written is counted by nobody else yet.
        }

        @Override
        public void afterCompletion(int status) {
            objects.forEach(object -> counts.forget(tenant, object));
        }
    }
}
