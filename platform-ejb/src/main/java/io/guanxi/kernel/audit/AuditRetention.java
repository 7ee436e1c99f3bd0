package io.guanxi.kernel.audit;

import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.job.DueTimes;
import io.guanxi.kernel.job.RecurringWork;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets go of entries when the time that the plan keeps them is over: whole seals from the beginning of the chain, each day.
 * What is left begins with the hash that an entry of the trail names.
 */
@Stateless
@LocalBean
@Local(RecurringWork.class)
public class AuditRetention implements RecurringWork {

    /** Limit of the plan: days for which entries are kept; none for ever. */
    public static final String LIMIT = "auditDays";

    static final String SEAL = "seal";
    static final String HASH = "hash";

    /** Merges and jobs can be taken back for thirty days, by what the history says. */
    private static final long SHORTEST = 31;

    private static final String TIMES = "audit_retention_due";

    /** Seals of one transaction. */
    private static final int PORTION = 10;

    @Inject
    private DueTimes times;

    @Inject
    private Entitlements entitlements;

    @Inject
    private SealStore seals;

    @Inject
    private EntryRows rows;

    @Inject
    private AuditRemovals removals;

    @Inject
    private AuditTrail trail;

    @Override
    public List<Integer> due() {
        return times.due(TIMES);
    }

    /** A tenant with more than goes at once is due again in the next minute. */
    @Override
    @TenantBound
    public void begin() {
        LocalDateTime now = SealingTimes.now();
        if (times.claim(TIMES, now.plusDays(1)) == DueTimes.Claim.NONE) {
            return;
        }
        entitlements.limit(LIMIT).ifPresent(days -> {
            if (expire(now.minusDays(Math.max(SHORTEST, days))) == PORTION) {
                times.again(TIMES, now);
            }
        });
    }

    /**
     * Lets go of the first seals, as far as they were made before a time.
     *
     * @return how many
     */
    private int expire(LocalDateTime before) {
        List<Seal> old = seals.firstBefore(before, PORTION);
        if (old.isEmpty()) {
            return 0;
        }
        long entries = 0;
        for (Seal seal : old) {
            List<Member.Key> members =
                    seals.members(seal.number()).stream().map(Member::key).toList();
            rows.delete(members);
            removals.forget(members);
            seals.delete(seal.number());
            entries += members.size();
        }
        Seal last = old.get(old.size() - 1);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(SEAL, last.number());
        details.put(AuditRemovals.ENTRIES, entries);
        details.put(HASH, last.hash());
        trail.done(AuditArea.AUDIT, AuditAction.EXPIRED, Long.toString(last.number()), "", details);
        return old.size();
    }
}
