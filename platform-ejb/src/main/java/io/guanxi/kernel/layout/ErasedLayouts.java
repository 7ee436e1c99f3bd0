package io.guanxi.kernel.layout;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.custom.ObjectErased;
import io.guanxi.kernel.database.SqlGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Layouts go with their object, so that the next one of its name begins with none. */
@ApplicationScoped
public class ErasedLayouts {

    @Inject
    private SqlGateway sql;

    @Inject
    private Event<LayoutsChanged> changes;

    void remove(@Observes ObjectErased erased) {
        sql.update("DELETE FROM layout WHERE tenant_id = ? AND object = ?", erased.object());
        sql.update("DELETE FROM record_type_field WHERE tenant_id = ? AND object = ?", erased.object());
        changes.fire(new LayoutsChanged(CallContext.require().tenantId()));
    }
}
