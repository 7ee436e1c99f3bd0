package io.guanxi.kernel.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * What companies ask of those who come in, known for some seconds: a change acts at once on the node where it is made, and within
 * that time on others.
 */
@ApplicationScoped
public class SecurityDesk {

    private static final Duration KNOWN = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final Cache<Integer, SecurityPolicy> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KNOWN).build();

    @Inject
    private SecuritySettings settings;

    public SecurityPolicy of(int tenant) {
        return known.get(tenant, this::read);
    }

    private SecurityPolicy read(int tenant) {
        try (var product = CallContext.enter(Caller.system(tenant, "0"))) {
            return settings.known();
        }
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SecurityChanged change) {
        known.invalidate(change.tenantId());
    }
}
