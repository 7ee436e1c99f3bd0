package io.guanxi.kernel.custom;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Changes of one tenant's definitions happen one after the other, and every node notices them. */
@ApplicationScoped
class DefinitionChanges {

    @Inject
    private SqlGateway sql;

    @Inject
    private Event<CustomFieldsChanged> changes;

    /** Waits for changes under way; call it before the transaction has read anything. */
    void lock() {
        sql.update("INSERT INTO custom_version (tenant_id, version) VALUES (?, 1)"
                + " ON DUPLICATE KEY UPDATE version = version + 1");
    }

    /** Acts on this node with the end of the transaction. */
    void tell() {
        changes.fire(new CustomFieldsChanged(CallContext.require().tenantId()));
    }
}
