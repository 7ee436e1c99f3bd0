package io.guanxi.kernel.audit;

import io.guanxi.kernel.database.SqlGateway;
import io.guanxi.kernel.digest.Sha256;
import io.guanxi.kernel.id.RecordId;
import io.guanxi.kernel.json.JsonTree;
import io.guanxi.kernel.tenancy.TenantBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Computes the chain of the caller's tenant again from what the database says now. For the product itself. */
@Stateless
@TenantBound
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class AuditVerification {

    private static final int PORTION = 200;

    @Inject
    private SqlGateway sql;

    @Inject
    private SealStore seals;

    @Inject
    private EntryRows rows;

    @Inject
    private AuditRemovals removals;

    /** What is known besides the seals while they are gone through. */
    private record Known(Set<Member.Key> late, Set<Member.Key> erased, SealKey key) {}

    /** Goes through the chain until something does not fit. */
    public AuditProof verify() {
        Known known = new Known(lateMembers(), erased(), seals.key());
        AuditProof proof = AuditProof.EMPTY;
        Seal.Link last = beginning();
        List<Seal> some = seals.after(0, PORTION);
        while (!some.isEmpty()) {
            for (Seal seal : some) {
                Optional<AuditProof.Break> found = check(seal, last, proof.seals() == 0, known);
                if (found.isPresent()) {
                    return proof.broken(found.get());
                }
                last = seal.link();
                proof = proof.with(seal);
            }
            some = seals.after(last.number(), PORTION);
        }
        return proof.waiting(rows.count(last.toId(), Long.MAX_VALUE));
    }

    /** The chain begins with nothing, or where entries went because their time was over. */
    private Seal.Link beginning() {
        return sql
                .query(
                        "SELECT changes FROM audit_entry WHERE tenant_id = ? AND area = ? AND action = ?"
                                + " ORDER BY id DESC LIMIT 1",
                        row -> row.getString(1),
                        AuditArea.AUDIT.name(),
                        AuditAction.EXPIRED.name())
                .stream()
                .findFirst()
                .map(JsonTree::readObject)
                .map(changes -> new Seal.Link(((Number) after(changes, AuditRetention.SEAL)).longValue(), 0, (String)
                        after(changes, AuditRetention.HASH)))
                .orElse(Seal.Link.NONE);
    }

    private static Object after(Map<String, Object> changes, String name) {
        return ((List<?>) changes.get(name)).get(1);
    }

    private Optional<AuditProof.Break> check(Seal seal, Seal.Link last, boolean first, Known known) {
        boolean follows = seal.number() == last.number() + 1
                && seal.previousHash().equals(last.hash())
                && (first || seal.fromId() == last.toId());
        if (!follows) {
            return broken(seal, AuditProof.Kind.CHAIN, null);
        }
        if (!seal.isWhole(known.key().tenant())) {
            return broken(seal, AuditProof.Kind.SEAL, null);
        }
        if (!seal.signature().equals(known.key().sign(seal.hash()))) {
            return broken(seal, AuditProof.Kind.SIGNATURE, null);
        }
        List<Member> members = seals.members(seal.number());
        boolean isOfThese =
                members.size() == seal.entries() && seal.contentHash().equals(Sha256.hex(Member.pack(members)));
        return isOfThese ? compare(seal, members, first, known) : broken(seal, AuditProof.Kind.SEAL, null);
    }

    private Optional<AuditProof.Break> compare(Seal seal, List<Member> members, boolean first, Known known) {
        Map<Member.Key, Member> sealed =
                new TreeMap<>(java.util.Comparator.comparingLong(Member.Key::id).thenComparing(Member.Key::source));
        members.forEach(member -> sealed.put(member.key(), member));
        Map<Member.Key, Member> present = rows.of(sealed.keySet());
        for (Member member : sealed.values()) {
            Member now = present.get(member.key());
            if (now == null && !known.erased().contains(member.key())) {
                return broken(seal, AuditProof.Kind.REMOVED, member.key());
            }
            if (now != null && !java.util.Arrays.equals(now.digest(), member.digest())) {
                return broken(seal, AuditProof.Kind.CHANGED, member.key());
            }
        }
        return seal.late() ? Optional.empty() : inserted(seal, sealed.keySet(), first, known);
    }

    /** What stands in the range and in no seal, and could not have been committed just now. */
    private Optional<AuditProof.Break> inserted(Seal seal, Collection<Member.Key> sealed, boolean first, Known known) {
        long from = first ? 0 : seal.fromId();
        if (rows.count(from, seal.toId()) <= sealed.size()
                && known.late().isEmpty()
                && known.erased().isEmpty()) {
            return Optional.empty();
        }
        long young =
                RecordId.firstAt(SealingTimes.now().minus(LateEntries.LATEST).toInstant(ZoneOffset.UTC));
        return rows.keys(from, Math.min(seal.toId(), young)).stream()
                .filter(key -> !sealed.contains(key) && !known.late().contains(key))
                .min(java.util.Comparator.comparingLong(Member.Key::id))
                .flatMap(key -> broken(seal, AuditProof.Kind.INSERTED, key));
    }

    private Set<Member.Key> lateMembers() {
        Set<Member.Key> late = new HashSet<>();
        for (long number : seals.late()) {
            seals.members(number).forEach(member -> late.add(member.key()));
        }
        return late;
    }

    /** Entries that were taken away by right: an entry of the trail has the digest of their ids. */
    private Set<Member.Key> erased() {
        Set<Member.Key> erased = new HashSet<>();
        for (AuditRemovals.Removal removal : removals.all()) {
            if (isTold(removal)) {
                removal.members().forEach(member -> erased.add(member.key()));
            }
        }
        return erased;
    }

    private boolean isTold(AuditRemovals.Removal removal) {
        return sql
                .query(
                        "SELECT changes FROM audit_entry WHERE tenant_id = ? AND id = ? AND area = ? AND action = ?",
                        row -> row.getString(1),
                        removal.entry(),
                        AuditArea.AUDIT.name(),
                        AuditAction.ERASED.name())
                .stream()
                .anyMatch(
                        changes -> removal.digest().equals(after(JsonTree.readObject(changes), AuditRemovals.DIGEST)));
    }

    private static Optional<AuditProof.Break> broken(Seal seal, AuditProof.Kind kind, Member.Key entry) {
        return Optional.of(new AuditProof.Break(
                seal.number(), kind, entry == null ? null : entry.source().table(), entry == null ? 0 : entry.id()));
    }
}
