package io.guanxi.kernel.audit;

import io.guanxi.kernel.digest.Sha256;
import java.time.LocalDateTime;
import java.util.Collection;

/**
 * One link of a tenant's chain.
 *
 * @param number       counts from 1, without gaps
 * @param late         whether its entries were committed after their neighbours had been sealed; the range is then empty
 * @param fromId       its entries have greater ids; the end of the range before
 * @param toId         its entries have ids up to this one
 * @param entries      how many it seals
 * @param sealedAt     when, in UTC
 * @param contentHash  of the packed members
 * @param previousHash of the seal before; {@link #BEGINNING} for the first
 * @param hash         of all of these
 * @param signature    of the hash, by the key of the installation
 */
record Seal(
        long number,
        boolean late,
        long fromId,
        long toId,
        int entries,
        LocalDateTime sealedAt,
        String contentHash,
        String previousHash,
        String hash,
        String signature) {

    /** In the place of the hash before the first one. */
    static final String BEGINNING = "0".repeat(2 * Sha256.LENGTH);

    /** The link after another. */
    static Seal after(Link before, boolean late, long toId, Collection<Member> members, LocalDateTime at, SealKey key) {
        String content = Sha256.hex(Member.pack(members));
        String hash = hash(
                key.tenant(),
                before.number() + 1,
                late,
                before.toId(),
                toId,
                members.size(),
                at,
                content,
                before.hash());
        return new Seal(
                before.number() + 1,
                late,
                before.toId(),
                toId,
                members.size(),
                at,
                content,
                before.hash(),
                hash,
                key.sign(hash));
    }

    /** The same seal in the chain of the key's tenant, behind another one. */
    Seal takenOver(String previous, SealKey by) {
        String anew = hash(by.tenant(), number, late, fromId, toId, entries, sealedAt, contentHash, previous);
        return new Seal(number, late, fromId, toId, entries, sealedAt, contentHash, previous, anew, by.sign(anew));
    }

    /** What the next seal needs to know of the one before. */
    record Link(long number, long toId, String hash) {

        static final Link NONE = new Link(0, 0, BEGINNING);
    }

    Link link() {
        return new Link(number, toId, hash);
    }

    /** Whether its hash is that of what it says. */
    boolean isWhole(int tenant) {
        return hash.equals(hash(tenant, number, late, fromId, toId, entries, sealedAt, contentHash, previousHash));
    }

    private static String hash(
            int tenant,
            long number,
            boolean late,
            long fromId,
            long toId,
            int entries,
            LocalDateTime at,
            String content,
            String previous) {
        return Sha256.hex(String.join(
                "\n",
                Integer.toString(tenant),
                Long.toString(number),
                Boolean.toString(late),
                Long.toString(fromId),
                Long.toString(toId),
                Integer.toString(entries),
                at.toString(),
                content,
                previous));
    }
}
