package io.guanxi.kernel.search;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.error.AccessDenied;
import io.guanxi.kernel.event.EventLog;
import io.guanxi.kernel.event.RecordEvent;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** Has the index of a tenant built anew on every node that has it, while it goes on to be used. */
@Stateless
@TenantBound
public class SearchRebuild {

    @Inject
    private AuditTrail trail;

    @Inject
    private AccessPolicy access;

    @Inject
    private SqlGateway sql;

    /**
     * Begins within seconds where the index is open, and elsewhere when it is opened.
     *
     * @throws AccessDenied for everybody but the tenant's owner and admins
     */
    public void order() {
        access.require(Feature.CUSTOMISE);
        EventLog log = new EventLog(sql);
        log.add(OpenIndex.REBUILD, 0, RecordEvent.Kind.UPDATED);
        log.flush();
        trail.done(AuditArea.SEARCH, AuditAction.STARTED, "rebuild", "", Map.of());
    }
}
