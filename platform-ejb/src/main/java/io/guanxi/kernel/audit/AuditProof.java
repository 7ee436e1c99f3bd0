package io.guanxi.kernel.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * What came of computing a chain again.
 *
 * @param seals   seals that are as they were made
 * @param entries entries under them
 * @param hash    of the last of them; to be kept elsewhere by whoever wants to know later that nothing was cut off
 * @param waiting entries that are not sealed yet
 * @param broken  the first seal that does not fit; empty when all do
 */
public record AuditProof(long seals, long entries, String hash, long waiting, Optional<Break> broken) {

    static final AuditProof EMPTY = new AuditProof(0, 0, Seal.BEGINNING, 0, Optional.empty());

    /** What does not fit. */
    public enum Kind {
        /** An entry says something else than when it was sealed. */
        CHANGED,
        /** A sealed entry is gone. */
        REMOVED,
        /** An entry was put among those that were sealed. */
        INSERTED,
        /** A seal is gone, or does not go on from the one before. */
        CHAIN,
        /** The seal itself says something else than when it was made. */
        SEAL,
        /** The seal was not made by this installation. */
        SIGNATURE;

        /** Name outside. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where the chain breaks.
     *
     * @param seal  its number
     * @param table where the entry stands, or stood; null when no single entry is meant
     * @param entry its id there; 0 when no single entry is meant
     */
    public record Break(long seal, Kind kind, String table, long entry) {}

    AuditProof with(Seal seal) {
        return new AuditProof(seals + 1, entries + seal.entries(), seal.hash(), waiting, broken);
    }

    AuditProof waiting(long left) {
        return new AuditProof(seals, entries, hash, left, broken);
    }

    AuditProof broken(Break found) {
        return new AuditProof(seals, entries, hash, waiting, Optional.of(found));
    }
}
