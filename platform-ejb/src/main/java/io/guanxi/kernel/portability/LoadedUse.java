package io.guanxi.kernel.portability;

import io.guanxi.kernel.entitlement.Usage;
import io.guanxi.kernel.entitlement.UsageSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** What a tenant uses of its plan changes with its data. */
@ApplicationScoped
public class LoadedUse {

    @Inject
    @Any
    private Instance<UsageSource> sources;

    @Inject
    private Usage usage;

    /** How much there is now, by the name of the limit. */
    Map<String, Long> counted() {
        Map<String, Long> counted = new HashMap<>();
        sources.forEach(source -> counted.put(source.limit(), source.counted()));
        return counted;
    }

    /** Counts the difference to what there was, in the transaction that made it. */
    void settle(Map<String, Long> before) {
        counted().forEach((limit, now) -> usage.count(limit, now - before.getOrDefault(limit, 0L)));
    }
}
