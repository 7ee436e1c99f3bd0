package io.guanxi.infra.container.listening;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.event.RecordEventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it heard of accounts, and fails when it is told to. */
@ApplicationScoped
public class Listener implements RecordEventHandler {

    private record Subject(int tenant, long id) {}

    private final Map<Subject, List<RecordEvent.Kind>> heard = new ConcurrentHashMap<>();
    private final Set<Integer> failing = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "test-listener";
    }

    @Override
    public boolean concerns(String object) {
        return object.equals("account");
    }

    @Override
    public void handle(List<RecordEvent> events) {
        int tenant = CallContext.require().tenantId();
        if (failing.remove(tenant)) {
            throw new IllegalStateException("does not listen now");
        }
        events.forEach(event -> heard.computeIfAbsent(
                        new Subject(tenant, event.recordId()), none -> new CopyOnWriteArrayList<>())
                .add(event.kind()));
    }

    public List<RecordEvent.Kind> heard(int tenant, long id) {
        return heard.getOrDefault(new Subject(tenant, id), List.of());
    }

    public void failNext(int tenant) {
        failing.add(tenant);
    }
}
