package io.guanxi.billing.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.error.LimitReached;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls of the REST interface by tenant and day (UTC). Beyond a limit calls are answered as ever, but make nothing new. Nodes
 * tell each other through the database every few seconds.
 */
@ApplicationScoped
public class ApiCalls {

    /** Limits of the plan. */
    public static final String PER_DAY = "apiCallsPerDay";

    public static final String PER_MONTH = "apiCallsPerMonth";

    private static final String METER = "apiCalls";
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final Map<Day, Long> waiting = new ConcurrentHashMap<>();

    private final Cache<Integer, Stored> stored =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    /** What the call at hand may not go beyond. */
    private final ThreadLocal<Spent> spent = new ThreadLocal<>();

    @Inject
    private UsageStore store;

    @Inject
    private Entitlements entitlements;

    private record Day(int tenantId, LocalDate day) {}

    private record Stored(LocalDate day, long today, long month) {}

    /** A call says which it is, since threads serve one after the other. */
    private record Spent(String traceId, LimitReached limit) {}

    /** A call of the caller's tenant begins. */
    public void begin() {
        Caller caller = CallContext.require();
        waiting.merge(new Day(caller.tenantId(), today()), 1L, Long::sum);
        Optional<LimitReached> reached = reached(PER_DAY).or(() -> reached(PER_MONTH));
        if (reached.isPresent()) {
            spent.set(new Spent(caller.traceId(), reached.get()));
        } else {
            spent.remove();
        }
    }

    /** The call is over. */
    public void end() {
        spent.remove();
    }

    /**
     * @throws LimitReached when this is a call beyond what the plan allows
     */
    public void requireCreation() {
        Spent one = spent.get();
        if (one != null && one.traceId().equals(CallContext.require().traceId())) {
            throw one.limit();
        }
    }

    private Optional<LimitReached> reached(String limit) {
        OptionalLong allowed = entitlements.limit(limit);
        return allowed.isPresent() && used(limit) > allowed.getAsLong()
                ? Optional.of(LimitReached.ofPlan(limit, allowed.getAsLong()))
                : Optional.empty();
    }

    /**
     * Calls of the caller's tenant.
     *
     * @param limit {@link #PER_DAY} for those of today, {@link #PER_MONTH} for those of the month
     */
    public long used(String limit) {
        int tenant = CallContext.require().tenantId();
        LocalDate today = today();
        Stored known = stored.getIfPresent(tenant);
        if (known == null || !known.day().equals(today)) {
            known = new Stored(
                    today,
                    store.between(METER, today.toString(), today.toString()),
                    store.between(METER, today.withDayOfMonth(1).toString(), today.toString()));
            stored.put(tenant, known);
        }
        long unstored = waiting.getOrDefault(new Day(tenant, today), 0L);
        return unstored + (limit.equals(PER_DAY) ? known.today() : known.month());
    }

    /** Adds what was counted to the stored numbers. What cannot be stored now is stored the next time. */
    void store() {
        for (Day day : waiting.keySet()) {
            Long calls = waiting.remove(day);
            if (calls != null) {
                store(day, calls);
            }
        }
    }

    private void store(Day day, long calls) {
        try (var scope = CallContext.enter(Caller.system(day.tenantId(), "0"))) {
            store.addOn(METER, day.day().toString(), calls);
            stored.asMap()
                    .computeIfPresent(
                            day.tenantId(),
                            (tenant, known) -> known.day().equals(day.day())
                                    ? new Stored(known.day(), known.today() + calls, known.month() + calls)
                                    : known);
        } catch (RuntimeException e) {
            waiting.merge(day, calls, Long::sum);
            throw e;
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
