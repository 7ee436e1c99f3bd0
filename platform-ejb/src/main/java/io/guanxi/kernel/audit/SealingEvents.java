package io.guanxi.kernel.audit;

import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.event.RecordEventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Notes that a tenant has something new to be sealed. Every write of a record and every entry of the trail has its event in
 * the same transaction, and events that are committed late are told late: so are their entries.
 */
@ApplicationScoped
public class SealingEvents implements RecordEventHandler {

    @Inject
    private SealingTimes times;

    @Override
    public String name() {
        return "audit-seals";
    }

    @Override
    public boolean concerns(String object) {
        return true;
    }

    @Override
    public void handle(List<RecordEvent> events) {
        times.expect();
    }
}
