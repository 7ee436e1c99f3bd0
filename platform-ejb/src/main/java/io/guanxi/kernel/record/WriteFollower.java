package io.guanxi.kernel.record;

import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.HistoryEntry.Action;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps something of its own in line with records, in the transaction that writes them and whoever writes: every bean of
 * this type is told of every write.
 */
public interface WriteFollower {

    /** Begins to follow one batch of writes; what it remembers lives no longer. */
    Following begin();

    /** Follows one batch. */
    interface Following {

        /**
         * Records are about to be made; nothing of them is in hand yet.
         *
         * @throws io.guanxi.kernel.error.DomainException when they must not be
         */
        default void expect(ObjectDescriptor object, int more) {}

        /**
         * A record was written, and is not yet sent to the database.
         *
         * @param changes lists of the external forms before and after by field; empty when it was deleted or restored
         * @param values  external forms of all fields by name, worked out when asked for
         */
        void wrote(
                ObjectDescriptor object,
                CrmRecord record,
                Action action,
                Map<String, Object> changes,
                Supplier<Map<String, Object>> values);

        /** All records of the batch are with the database. */
        void flush();
    }
}
