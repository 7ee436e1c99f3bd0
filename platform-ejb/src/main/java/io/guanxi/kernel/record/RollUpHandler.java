package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.RollUps;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.event.RecordEventHandler;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.object.ObjectRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings roll-ups in line with the records that they sum up, after each change of those. It works from what is there now, so
 * that it comes out right however changes overlap: the event of the last one is handled after all of them are kept.
 */
@ApplicationScoped
public class RollUpHandler implements RecordEventHandler {

    private static final int CHUNK = 200;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private ComputedRecords records;

    @Override
    public String name() {
        return "roll-up";
    }

    /** Which objects are summed up differs by tenant. */
    @Override
    public boolean concerns(String object) {
        return true;
    }

    @Override
    public void handle(List<RecordEvent> events) {
        Map<String, Set<Long>> written = new LinkedHashMap<>();
        events.forEach(event -> written.computeIfAbsent(event.object(), object -> new LinkedHashSet<>())
                .add(event.recordId()));
        for (ObjectDescriptor object : objects.all()) {
            List<FieldDescriptor> rollUps = RollUps.of(object);
            if (!rollUps.isEmpty()) {
                compute(object, due(object, rollUps, written));
            }
        }
    }

    private Set<Long> due(ObjectDescriptor object, List<FieldDescriptor> rollUps, Map<String, Set<Long>> written) {
        Set<Long> due = new LinkedHashSet<>(written.getOrDefault(object.name(), Set.of()));
        rollUps.stream()
                .map(field -> field.rollUp().orElseThrow())
                .filter(rollUp -> written.containsKey(rollUp.object()))
                .map(rollUp -> new Source(rollUp.object(), rollUp.by()))
                .distinct()
                .forEach(source -> due.addAll(targets(source, written.get(source.object()))));
        return due;
    }

    /** Roll-ups often read the same records. */
    private record Source(String object, String by) {}

    private List<Long> targets(Source source, Set<Long> ids) {
        return objects.find(source.object())
                .flatMap(summed -> summed.find(source.by()).map(by -> records.targets(summed, by, List.copyOf(ids))))
                .orElse(List.of());
    }

    private void compute(ObjectDescriptor object, Set<Long> due) {
        List<Long> ids = new ArrayList<>(due);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            records.compute(object, ids.subList(from, Math.min(ids.size(), from + CHUNK)));
        }
    }
}
