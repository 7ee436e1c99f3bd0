package io.guanxi.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Remembers for a second what tenants may use, since every call asks. A change is seen at once on the node it was made
 * on, and after a second on the others.
 */
@ApplicationScoped
public class EntitlementCache {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    /** Tenants at work within a second on one node are far fewer; beyond, the old ones are dropped. */
    private static final int MOST = 2_000;

    private final Map<Integer, Held> held = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    public EntitlementCache() {
        this(System::nanoTime);
    }

    /**
     * @param clock nanoseconds from any start
     */
    EntitlementCache(LongSupplier clock) {
        this.clock = clock;
    }

    private record Held(Entitlement entitlement, long since) {}

    /** What the tenant may use, read anew when what is remembered is older than a second. */
    public Entitlement get(int tenant, Supplier<Entitlement> source) {
        long now = clock.getAsLong();
        Held known = held.get(tenant);
        if (known != null && now - known.since() < FRESH_NANOS) {
            return known.entitlement();
        }
        // One caller asks; the others go on with what was known, rather than all asking at the same moment.
        if (known != null && !held.replace(tenant, known, new Held(known.entitlement(), now))) {
            return known.entitlement();
        }
        if (held.size() >= MOST) {
            held.values().removeIf(old -> now - old.since() >= FRESH_NANOS);
        }
        Held asking = held.get(tenant);
        Entitlement entitlement = read(tenant, source);
        Held read = new Held(entitlement, now);
        // What was forgotten meanwhile stays forgotten: the answer may be older than the change.
        if (asking == null) {
            held.putIfAbsent(tenant, read);
        } else {
            held.replace(tenant, asking, read);
        }
        return entitlement;
    }

    private Entitlement read(int tenant, Supplier<Entitlement> source) {
        try {
            return source.get();
        } catch (RuntimeException e) {
            forget(tenant);
            throw e;
        }
    }

    /** The next question about the tenant is answered from the database. */
    public void forget(int tenant) {
        held.remove(tenant);
    }

    /** The transaction sees its own change. */
    void forgetNow(@Observes EntitlementsChanged change) {
        forget(change.tenantId());
    }

    /** However it ended: what others have read meanwhile may be older or newer than what is so now. */
    void forgetAtTheEnd(@Observes(during = TransactionPhase.AFTER_COMPLETION) EntitlementsChanged change) {
        forget(change.tenantId());
    }
}
