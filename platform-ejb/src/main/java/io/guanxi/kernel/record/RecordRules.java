package io.guanxi.kernel.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Rules of one object that reach beyond the single record: values taken from other records, sums kept elsewhere. A module
 * has one bean for each object with such rules; they run in the transaction that writes, whoever writes.
 */
public interface RecordRules {

    /** Name of the object. */
    String object();

    /**
     * Fills what follows from other records and tells what contradicts them; the input is already in the record, which is
     * not stored yet.
     *
     * @param before external forms of its fields as stored; empty for a new record
     */
    default void complete(CrmRecord record, Map<String, Object> before, Faults faults) {}

    /**
     * Brings others in line once the records are with the database.
     *
     * @param written made, changed, deleted or restored
     * @return other records that were changed
     */
    default Collection<? extends CrmRecord> settle(Collection<CrmRecord> written) {
        return List.of();
    }

    /** Takes what is wrong with a record. */
    @FunctionalInterface
    interface Faults {

        /**
         * @param pointer RFC 6901 pointer to the member
         * @param code    of the rule, which is also the message key
         * @param args    what the message mentions
         */
        void add(String pointer, String code, Object... args);
    }
}
