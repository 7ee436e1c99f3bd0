package io.guanxi.integrations.rest.problems;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.audit.AuditAction;
import io.guanxi.kernel.audit.AuditArea;
import io.guanxi.kernel.audit.AuditTrail;
import io.guanxi.kernel.error.AccessDenied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells the audit of those who asked for what admins alone may see or do. */
@ApplicationScoped
public class RefusalTrail {

    private static final String ADMINS = "/api/v1/admin/";

    @Inject
    private AuditTrail trail;

    void tell(Throwable failure, String method, String path) {
        if (path.startsWith(ADMINS)
                && Failures.telling(failure) instanceof AccessDenied
                && CallContext.find().isPresent()) {
            trail.done(AuditArea.ACCESS, AuditAction.REFUSED, path, method, Map.of());
        }
    }
}
