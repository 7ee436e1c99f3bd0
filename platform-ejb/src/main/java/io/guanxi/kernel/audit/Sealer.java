package io.guanxi.kernel.audit;

import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/**
 * Appends seals to the chain of the caller's tenant. One transaction takes the tenant, reads, seals and says when to come
 * again: a node that dies in between leaves everything as it was, and a second one finds nothing to do.
 */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Sealer {

    /** Most entries of one seal, about. */
    static final int MOST = 5_000;

    @Inject
    private SealingTimes times;

    @Inject
    private SealStore seals;

    @Inject
    private EntryRows rows;

    @Inject
    private LateEntries late;

    /**
     * Seals what is old enough.
     *
     * @return whether there was more than goes into one seal
     */
    public boolean seal() {
        if (!times.claim()) {
            return false;
        }
        Seal.Link last = seals.lockLast().map(Seal::link).orElse(Seal.Link.NONE);
        List<Member.Key> lateKeys = late.find();
        if (!lateKeys.isEmpty()) {
            List<Member.Key> some = lateKeys.subList(0, Math.min(MOST, lateKeys.size()));
            last = append(last, true, last.toId(), rows.of(some).values());
        }
        long end = RecordId.firstAt(SealingTimes.now().minus(SealingTimes.PAUSE).toInstant(ZoneOffset.UTC));
        List<Member> fresh = rows.between(last.toId(), end, MOST);
        boolean isMore = fresh.size() >= MOST || lateKeys.size() > MOST;
        if (!fresh.isEmpty()) {
            long to = upTo(fresh, end);
            last = append(
                    last,
                    false,
                    to,
                    fresh.stream().filter(member -> member.id() <= to).toList());
        }
        if (isMore) {
            times.again(SealingTimes.now());
        } else if (rows.isAnyAbove(last.toId())) {
            times.again(SealingTimes.now().plus(SealingTimes.PAUSE));
        }
        return isMore;
    }

    /** Where one of the tables has more, the range ends with the last that was read of it. */
    private static long upTo(List<Member> fresh, long end) {
        long to = end;
        for (Member.Source source : Member.Source.values()) {
            List<Member> ofOne =
                    fresh.stream().filter(member -> member.source() == source).toList();
            if (ofOne.size() == MOST) {
                to = Math.min(to, ofOne.get(MOST - 1).id());
            }
        }
        return to;
    }

    private Seal.Link append(Seal.Link last, boolean isLate, long to, Collection<Member> members) {
        LocalDateTime now = SealingTimes.now().truncatedTo(ChronoUnit.MICROS);
        Seal seal = Seal.after(last, isLate, to, members, now, seals.key());
        seals.append(seal, members);
        return seal.link();
    }
}
