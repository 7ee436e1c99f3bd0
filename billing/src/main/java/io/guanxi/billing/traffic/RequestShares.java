package io.guanxi.billing.traffic;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.entitlement.Entitlements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many requests of each tenant this node works at now: never more than the tenant's share. */
@ApplicationScoped
public class RequestShares {

    /** Limit of the plan. */
    public static final String LIMIT = "concurrentRequests";

    /** Half of what a node works at in all: one tenant never takes everything, whatever was agreed. */
    private static final long MOST = 32;

    private final Map<Integer, Integer> working = new ConcurrentHashMap<>();

    @Inject
    private Entitlements entitlements;

    /**
     * Begins a request of the caller's tenant.
     *
     * @return what ends it; empty when the tenant has its share already
     */
    public Optional<CallContext.Scope> begin() {
        int tenant = CallContext.require().tenantId();
        long allowed = Math.min(MOST, entitlements.limit(LIMIT).orElse(MOST));
        AtomicBoolean isIn = new AtomicBoolean();
        working.compute(tenant, (key, now) -> {
            int before = now == null ? 0 : now;
            isIn.set(before < allowed);
            return isIn.get() ? Integer.valueOf(before + 1) : now;
        });
        return isIn.get() ? Optional.of(() -> end(tenant)) : Optional.empty();
    }

    private void end(int tenant) {
        working.computeIfPresent(tenant, (key, now) -> now == 1 ? null : now - 1);
    }
}
