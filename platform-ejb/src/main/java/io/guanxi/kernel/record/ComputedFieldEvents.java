package io.guanxi.kernel.record;

import io.guanxi.kernel.custom.Formulas;
import io.guanxi.kernel.custom.RollUps;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.event.RecordEventHandler;
import io.guanxi.kernel.job.JobRequest;
import io.guanxi.kernel.job.JobService;
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
import java.util.Optional;
import java.util.Set;

/**
 * Brings computed fields in line with other records after each change of those: roll-ups with what they sum up, formulas with
 * what they read behind references. It works from what is there now, so that it comes out right however changes overlap: the
 * event of the last one is handled after all of them are kept.
 */
@ApplicationScoped
public class ComputedFieldEvents implements RecordEventHandler {

    private static final int CHUNK = 200;

    /** Records that follow others at once; more are a job. */
    private static final int MOST = 2_000;

    @Inject
    private ObjectRegistry objects;

    @Inject
    private ComputedRecords records;

    @Inject
    private JobService jobs;

    @Override
    public String name() {
        return "roll-up";
    }

    /** Which objects are read by others differs by tenant. */
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
            List<FieldDescriptor> followed = Formulas.followed(object, objects::find);
            if (!rollUps.isEmpty() || !followed.isEmpty()) {
                // What is read may have changed while the record itself was written.
                Set<Long> due = new LinkedHashSet<>(written.getOrDefault(object.name(), Set.of()));
                summed(rollUps, written, due);
                followed.stream()
                        .filter(reference -> written.containsKey(reference.reference()))
                        .forEach(reference -> pointing(object, reference, written.get(reference.reference()), due));
                compute(object, due);
            }
        }
    }

    private void summed(List<FieldDescriptor> rollUps, Map<String, Set<Long>> written, Set<Long> due) {
        rollUps.stream()
                .map(field -> field.rollUp().orElseThrow())
                .filter(rollUp -> written.containsKey(rollUp.object()))
                .map(rollUp -> new Source(rollUp.object(), rollUp.by()))
                .distinct()
                .forEach(source -> due.addAll(targets(source, written.get(source.object()))));
    }

    /** Roll-ups often read the same records. */
    private record Source(String object, String by) {}

    private List<Long> targets(Source source, Set<Long> ids) {
        return objects.find(source.object())
                .flatMap(summed -> summed.find(source.by()).map(by -> records.targets(summed, by, List.copyOf(ids))))
                .orElse(List.of());
    }

    private void pointing(ObjectDescriptor object, FieldDescriptor reference, Set<Long> to, Set<Long> due) {
        Set<Long> found = new LinkedHashSet<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent() && found.size() <= MOST) {
            ComputedRecords.Page page = records.pointing(object, reference, to, cursor.get());
            found.addAll(page.ids());
            cursor = page.next();
        }
        if (found.size() <= MOST) {
            due.addAll(found);
            return;
        }
        JobRequest request = ComputationHandler.behind(object, reference, to);
        if (!jobs.isWaiting(request)) {
            jobs.submit(request);
        }
    }

    /** Each chunk by itself, so that it reads what was kept before it has locked its records. */
    private void compute(ObjectDescriptor object, Set<Long> due) {
        List<Long> ids = new ArrayList<>(due);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            records.computeApart(object, ids.subList(from, Math.min(ids.size(), from + CHUNK)));
        }
    }
}
