package io.guanxi.kernel.id;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidFactory;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Ids of tenant records: made by the application, roughly ordered by time, opaque outside.
 *
 * <p>A TSID: 42 bits of milliseconds since 2020 and 22 random or counting bits. Inside it is a BIGINT, so that keys
 * and indexes stay narrow; outside it is 13 characters of Crockford's base 32.
 */
public final class RecordId {

    /** 22 random bits a millisecond on every node: a clash is a primary key error, never a silent overwrite. */
    private static final TsidFactory FACTORY =
            TsidFactory.builder().withNodeBits(10).build();

    private static final int RANDOM_BITS = 22;

    private RecordId() {}

    /** A new id, greater than all that this node has made before. */
    public static long next() {
        return FACTORY.create().toLong();
    }

    /** The form that leaves the product, such as {@code 0H3KZ5Q8R4T2V}. */
    public static String format(long id) {
        return Tsid.from(id).toString();
    }

    /** The lowest id that can be made in the millisecond of an instant. */
    public static long firstAt(Instant instant) {
        return Math.max(0, instant.toEpochMilli() - Tsid.TSID_EPOCH) << RANDOM_BITS;
    }

    /** The inner form of an outside id; empty when the text is not one. */
    public static OptionalLong parse(String text) {
        return text != null && Tsid.isValid(text) && text.equals(text.toUpperCase(java.util.Locale.ROOT))
                ? OptionalLong.of(Tsid.from(text).toLong())
                : OptionalLong.empty();
    }
}
