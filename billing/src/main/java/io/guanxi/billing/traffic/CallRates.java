package io.guanxi.billing.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.entitlement.Entitlements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Token buckets of the calls that tenants and their clients make on this node. A bucket holds a quarter of a minute's calls, so
 * that a program which was quiet may make some at once.
 */
@ApplicationScoped
public class CallRates {

    /** Limits of the plan. */
    public static final String OF_TENANT = "apiCallsPerMinute";

    public static final String OF_CLIENT = "apiCallsPerMinutePerClient";

    private static final int QUARTER = 4;
    private static final int LEAST = 5;
    private static final int MOST = 20_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(FORGOTTEN).build();

    @Inject
    private Entitlements entitlements;

    /**
     * @param client   0 for the tenant as a whole
     * @param perMinute what it allows; another limit is another bucket
     */
    private record Key(int tenant, long client, long perMinute) {}

    /**
     * Takes a call of the caller's.
     *
     * @return empty when it may pass; else after how many seconds another may
     */
    public OptionalLong take() {
        Caller caller = CallContext.require();
        OptionalLong byClient = take(caller.tenantId(), caller.memberId(), OF_CLIENT);
        return byClient.isPresent() ? byClient : take(caller.tenantId(), 0, OF_TENANT);
    }

    private OptionalLong take(int tenant, long client, String limit) {
        OptionalLong perMinute = entitlements.limit(limit);
        if (perMinute.isEmpty() || perMinute.getAsLong() <= 0) {
            return OptionalLong.empty();
        }
        ConsumptionProbe probe = buckets.get(new Key(tenant, client, perMinute.getAsLong()), CallRates::bucket)
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(
                        1,
                        Duration.ofNanos(probe.getNanosToWaitForRefill() + 999_999_999)
                                .toSeconds()));
    }

    private static Bucket bucket(Key key) {
        long atOnce = Math.max(LEAST, key.perMinute() / QUARTER);
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(key.perMinute(), Duration.ofMinutes(1)))
                .build();
    }
}
