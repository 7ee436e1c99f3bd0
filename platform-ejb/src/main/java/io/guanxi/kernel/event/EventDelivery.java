package io.guanxi.kernel.event;

import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;

/** Hands events to a handler in a transaction of their own. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventDelivery {

    /** Most events in one transaction. */
    public static final int MOST = 500;

    /** The caller is the tenant's. */
    public void deliver(RecordEventHandler handler, List<RecordEvent> events) {
        handler.handle(events);
    }
}
