package io.guanxi.kernel.audit;

import io.guanxi.kernel.id.RecordId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds entries that were committed after the range of their ids had been sealed. A range is counted first, and read only
 * where the count is not that of its seals.
 */
@ApplicationScoped
public class LateEntries {

    /** No entry is committed later after it was written. */
    static final Duration LATEST = Duration.ofMinutes(20);

    /** A tenant that writes more in that time is looked through as a whole now and then, and its last minute each time. */
    private static final int BUSY = 20_000;

    private static final Duration LAST = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofMinutes(5);

    @Inject
    private EntryRows rows;

    @Inject
    private SealStore seals;

    @Inject
    private SealingTimes times;

    @Inject
    private AuditRemovals removals;

    /** Entries of sealed ranges that no seal is of. */
    List<Member.Key> find() {
        LocalDateTime now = SealingTimes.now();
        List<Seal> recent = seals.since(now.minus(LATEST).minus(LAST));
        boolean isBusy = recent.stream().mapToLong(Seal::entries).sum() > BUSY;
        if (!isBusy) {
            return find(recent);
        }
        LocalDateTime next = times.sweptAt().plus(BETWEEN);
        if (next.isAfter(now)) {
            times.again(next);
            return find(recent.stream()
                    .takeWhile(seal -> seal.sealedAt().isAfter(now.minus(LAST)))
                    .toList());
        }
        times.swept(now);
        return find(recent);
    }

    /**
     * @param recent the last seals, the last first
     */
    private List<Member.Key> find(List<Seal> recent) {
        if (recent.isEmpty()) {
            return List.of();
        }
        Set<Member.Key> late = new HashSet<>();
        recent.stream()
                .filter(Seal::late)
                .forEach(seal -> seals.members(seal.number()).forEach(member -> late.add(member.key())));
        long from = recent.get(recent.size() - 1).fromId();
        long to = recent.get(0).toId();
        // What went by right hides what came late from who counts.
        boolean isCounted = !removals.isAnySince(
                RecordId.firstAt(recent.get(recent.size() - 1).sealedAt().toInstant(ZoneOffset.UTC)));
        if (isCounted && rows.count(from, to) == expected(recent, from, late)) {
            return List.of();
        }
        List<Member.Key> found = new ArrayList<>();
        for (Seal seal : recent) {
            boolean isEven =
                    isCounted && rows.count(seal.fromId(), seal.toId()) == expected(List.of(seal), seal.fromId(), late);
            if (!seal.late() && !isEven) {
                found.addAll(unsealed(seal, late));
            }
        }
        return found;
    }

    private static long expected(List<Seal> of, long from, Set<Member.Key> late) {
        long to = of.get(0).toId();
        return of.stream().filter(seal -> !seal.late()).mapToLong(Seal::entries).sum()
                + late.stream().filter(key -> key.id() > from && key.id() <= to).count();
    }

    private List<Member.Key> unsealed(Seal seal, Set<Member.Key> late) {
        Set<Member.Key> known = new HashSet<>(late);
        seals.members(seal.number()).forEach(member -> known.add(member.key()));
        long youngEnough = RecordId.firstAt(SealingTimes.now().minus(LATEST).toInstant(ZoneOffset.UTC));
        return rows.keys(Math.max(seal.fromId(), youngEnough - 1), seal.toId()).stream()
                .filter(key -> !known.contains(key))
                .toList();
    }
}
