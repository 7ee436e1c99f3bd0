package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.RollUps;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.event.EventLog;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.FieldType;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import io.guanxi.kernel.record.HistoryEntry.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A record that points elsewhere from now on is missed by the roll-ups of what it pointed to: they learn of it. */
@ApplicationScoped
public class RollUpFollower implements WriteFollower {

    @Inject
    private ObjectRegistry objects;

    @Inject
    private SqlGateway sql;

    @Override
    public Following begin() {
        return new Moves(new EventLog(sql));
    }

    private final class Moves implements Following {

        private final EventLog events;

        Moves(EventLog events) {
            this.events = events;
        }

        @Override
        public void wrote(
                ObjectDescriptor object,
                CrmRecord record,
                Action action,
                Map<String, Object> changes,
                Supplier<Map<String, Object>> values) {
            changes.forEach((name, change) -> object.find(name)
                    .filter(field -> field.type() == FieldType.REFERENCE)
                    .ifPresent(field -> moved(object, field, ((List<?>) change).get(0))));
        }

        private void moved(ObjectDescriptor object, FieldDescriptor field, Object before) {
            if (before != null && isSummed(object, field)) {
                long id = RecordId.parse(before.toString()).orElseThrow();
                events.add(field.reference(), id, RecordEvent.Kind.UPDATED);
            }
        }

        private boolean isSummed(ObjectDescriptor object, FieldDescriptor field) {
            return objects.find(field.reference()).stream()
                    .flatMap(target -> RollUps.of(target).stream())
                    .map(rollUp -> rollUp.rollUp().orElseThrow())
                    .anyMatch(rollUp ->
                            rollUp.object().equals(object.name()) && rollUp.by().equals(field.name()));
        }

        @Override
        public void flush() {
            events.flush();
        }
    }
}
