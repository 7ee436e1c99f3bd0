package io.guanxi.billing.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.billing.EntitlementsChanged;
import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Feature;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.entitlement.Usage;
import io.guanxi.kernel.people.PeopleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** What the caller's tenant uses of what its plan allows. Needs {@link Feature#ADMINISTER}. */
@ApplicationScoped
public class UsageReport {

    /** Name of the limit on people. */
    public static final String USERS = "users";

    /** The shell of every page asks for warnings. */
    private static final Duration KNOWN = Duration.ofSeconds(5);

    private static final int MOST = 10_000;

    private final Cache<Integer, List<UsageLine>> warnings =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KNOWN).build();

    @Inject
    private AccessPolicy policy;

    @Inject
    private Entitlements entitlements;

    @Inject
    private UsageMeter meter;

    @Inject
    private ApiCalls calls;

    @Inject
    private Seats seats;

    /** Everything that plans limit. */
    public List<UsageLine> lines() {
        policy.require(Feature.ADMINISTER);
        return List.of(
                line(USERS, seats.taken()),
                line(Usage.RECORDS, meter.used(Usage.RECORDS)),
                line(Usage.STORAGE, meter.used(Usage.STORAGE)),
                line(ApiCalls.PER_DAY, calls.used(ApiCalls.PER_DAY)),
                line(ApiCalls.PER_MONTH, calls.used(ApiCalls.PER_MONTH)));
    }

    /** What is nearly or wholly used, as of some seconds ago. */
    public List<UsageLine> warnings() {
        policy.require(Feature.ADMINISTER);
        return warnings.get(
                CallContext.require().tenantId(),
                tenant -> lines().stream()
                        .filter(line -> line.standing() != UsageLine.Standing.FREE)
                        .toList());
    }

    private UsageLine line(String limit, long used) {
        return new UsageLine(limit, used, entitlements.limit(limit));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) EntitlementsChanged change) {
        warnings.invalidate(change.tenantId());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) PeopleChanged change) {
        warnings.invalidate(change.tenantId());
    }
}
