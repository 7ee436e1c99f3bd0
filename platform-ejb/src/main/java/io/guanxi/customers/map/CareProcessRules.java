package io.guanxi.customers.map;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.record.CrmRecord;
import io.guanxi.kernel.record.RecordRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Processes are shaped by admins, and by clients that were granted it. */
@ApplicationScoped
public class CareProcessRules implements RecordRules {

    @Inject
    private AccessPolicy access;

    @Override
    public String object() {
        return CareProcesses.OBJECT;
    }

    @Override
    public void complete(CrmRecord record, Map<String, Object> before, Faults faults) {
        requireAdmin();
    }

    @Override
    public Collection<? extends CrmRecord> settle(Collection<CrmRecord> written) {
        requireAdmin();
        return List.of();
    }

    private void requireAdmin() {
        if (CallContext.require().kind() == Caller.Kind.PERSON) {
            access.require(Feature.CUSTOMISE);
        }
    }
}
