package io.guanxi.billing.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.entitlement.Usage;
import io.guanxi.kernel.error.LimitReached;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Levels of what tenants use. What this node writes it knows at once; what others write it learns within two seconds, so that
 * a limit is passed by no more than what nodes write at the same moment.
 */
@ApplicationScoped
public class UsageMeter implements Usage {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final int MOST = 10_000;

    private final Cache<Level, Long> levels =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private final Cache<Level, Long> readAt =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    /** Levels that this node has changed since they were folded. */
    private final Set<Level> touched = ConcurrentHashMap.newKeySet();

    @Inject
    private UsageStore store;

    @Inject
    private Entitlements entitlements;

    @Inject
    private Event<UsageCounted> counted;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    /** One number of one tenant. */
    record Level(int tenantId, String limit) {}

    @Override
    public void requireRoom(String limit, long more) {
        OptionalLong allowed = entitlements.limit(limit);
        if (allowed.isPresent() && used(limit) + pending(limit) + more > allowed.getAsLong()) {
            throw LimitReached.ofPlan(limit, allowed.getAsLong());
        }
    }

    @Override
    public void count(String limit, long change) {
        if (change == 0) {
            return;
        }
        int tenant = CallContext.require().tenantId();
        store.change(limit, change);
        if (transactions.getTransactionKey() != null) {
            transactions.putResource(pendingKey(limit), pending(limit) + change);
        }
        touched.add(new Level(tenant, limit));
        counted.fire(new UsageCounted(tenant, limit, change));
    }

    /** How much the caller's tenant uses. */
    public long used(String limit) {
        Level level = new Level(CallContext.require().tenantId(), limit);
        Long known = levels.getIfPresent(level);
        if (known != null && readAt.getIfPresent(level) != null) {
            return known;
        }
        long read = store.level(limit);
        levels.put(level, read);
        readAt.put(level, read);
        return read;
    }

    void add(@Observes(during = TransactionPhase.AFTER_SUCCESS) UsageCounted change) {
        levels.asMap()
                .computeIfPresent(
                        new Level(change.tenantId(), change.limit()), (level, used) -> used + change.change());
    }

    /** What the transaction has written itself and nobody else sees. */
    private long pending(String limit) {
        return transactions.getTransactionKey() != null
                        && transactions.getResource(pendingKey(limit)) instanceof Long pending
                ? pending
                : 0;
    }

    private static String pendingKey(String limit) {
        return UsageMeter.class.getName() + "." + limit;
    }

    /** Levels whose changes wait to be added to their totals. */
    Set<Level> takeTouched() {
        Set<Level> taken = new HashSet<>(touched);
        touched.removeAll(taken);
        return taken;
    }
}
