package io.guanxi.kernel.timeline;

import java.util.List;

/** Tells one kind of things that happened around records. A module has a bean for each kind. */
public interface TimelineSource {

    /** Name of the kind in addresses, such as {@code orders}; several sources may share one. */
    String kind();

    /** Whether there can be something to tell about records of an object. */
    boolean covers(String object);

    /**
     * The newest of what happened before a position, newest first; nothing of what the caller may not read. The record is
     * there and may be read.
     *
     * @param object name of the record's object
     */
    List<TimelineEntry> before(String object, long record, TimelinePosition position, int limit);
}
