package io.guanxi.kernel.custom;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.database.SqlGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** What tells every node that a tenant's admins have changed something about its objects. */
@ApplicationScoped
public class DefinitionVersion {

    @Inject
    private SqlGateway sql;

    @Inject
    private Event<CustomFieldsChanged> changes;

    /** Changes of one tenant's definitions happen one after the other: call it before anything is read. */
    public void lock() {
        sql.update("INSERT INTO custom_version (tenant_id, version) VALUES (?, 1)"
                + " ON DUPLICATE KEY UPDATE version = version + 1");
    }

    /** The change is in effect on this node when the transaction ends, on the others within a second. */
    public void tell() {
        changes.fire(new CustomFieldsChanged(CallContext.require().tenantId()));
    }
}
