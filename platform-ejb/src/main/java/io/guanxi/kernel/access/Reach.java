package io.guanxi.kernel.access;

import io.guanxi.kernel.object.ObjectDescriptor;
import java.util.List;
import java.util.Set;

/** Which records of an object somebody may do something with. */
public sealed interface Reach {

    Reach ALL = new All();

    Reach NONE = new Owned("", Set.of(), Set.of(), Set.of());

    /** Whether it is every record, so that none need be asked. */
    default boolean isAll() {
        return this instanceof All;
    }

    /** Every record. */
    record All() implements Reach {}

    /**
     * The records of some people, and those that were shared one by one.
     *
     * @param object   name of the object
     * @param owners   ids of the people
     * @param grantees to whom records were shared that count; empty when nothing was
     * @param levels   at which they must have been shared
     */
    record Owned(String object, Set<Long> owners, Set<String> grantees, Set<ShareLevel> levels) implements Reach {}

    /** Records that point by a reference to one in reach. */
    record Within(String reference, ObjectDescriptor target, Reach reach) implements Reach {}

    /** Records in one reach or another. */
    record Any(List<Reach> reaches) implements Reach {}
}
