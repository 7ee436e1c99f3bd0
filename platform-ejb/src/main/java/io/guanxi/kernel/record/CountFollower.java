package io.guanxi.kernel.record;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.query.RecordsWritten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Numbers of records are counted anew after a write. */
@ApplicationScoped
public class CountFollower implements WriteFollower {

    @Inject
    private Event<RecordsWritten> written;

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
            int tenant = CallContext.require().tenantId();
            objects.forEach(object -> written.fire(new RecordsWritten(tenant, object)));
            objects.clear();
        }
    }
}
