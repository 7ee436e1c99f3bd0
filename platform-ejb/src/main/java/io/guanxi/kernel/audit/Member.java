package io.guanxi.kernel.audit;

import io.guanxi.kernel.digest.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One sealed entry: which, and the digest of all it said.
 *
 * @param source which of the two tables it stands in
 * @param digest 32 bytes; empty where only the id counts
 */
record Member(long id, Source source, byte[] digest) {

    /** In the order in which they are sealed. */
    static final Comparator<Member> ORDER = Comparator.comparingLong(Member::id).thenComparing(Member::source);

    private static final int SIZE = Long.BYTES + 1 + Sha256.LENGTH;

    /** Where entries stand. */
    enum Source {
        RECORD_CHANGE("record_change"),
        AUDIT_ENTRY("audit_entry");

        private final String table;

        Source(String table) {
            this.table = table;
        }

        String table() {
            return table;
        }
    }

    /** Which entry it is, whatever it said. */
    record Key(long id, Source source) {

        @Override
        public String toString() {
            return source.table() + " " + id;
        }
    }

    Key key() {
        return new Key(id, source);
    }

    /** The stored form, in order. */
    static byte[] pack(Collection<Member> members) {
        ByteBuffer bytes = ByteBuffer.allocate(members.size() * SIZE);
        members.stream()
                .sorted(ORDER)
                .forEach(member -> bytes.putLong(member.id)
                        .put((byte) member.source.ordinal())
                        .put(member.digest));
        return bytes.array();
    }

    /**
     * @throws IllegalArgumentException when the bytes are of another form
     */
    static List<Member> unpack(byte[] packed) {
        if (packed.length % SIZE != 0) {
            throw new IllegalArgumentException("length " + packed.length);
        }
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        List<Member> members = new ArrayList<>();
        while (bytes.hasRemaining()) {
            long id = bytes.getLong();
            int source = bytes.get();
            byte[] digest = new byte[Sha256.LENGTH];
            bytes.get(digest);
            if (source < 0 || source >= Source.values().length) {
                throw new IllegalArgumentException("source " + source);
            }
            members.add(new Member(id, Source.values()[source], digest));
        }
        return members;
    }
}
