package io.guanxi.kernel.event;

import java.util.List;

/**
 * Does what follows from changes of records. A bean of this type is called for every event, once in the cluster, within about
 * a second, in a transaction and on behalf of the tenant.
 *
 * <p>Events may come twice, and late: a handler works from what is there now, and doing it again changes nothing.
 */
public interface RecordEventHandler {

    /** Under which it is remembered how far it has come: 60 ASCII characters at most, never changed. */
    String name();

    /** Whether it wants to know of an object's records. */
    boolean concerns(String object);

    /**
     * @param events of one tenant, at most {@value EventDelivery#MOST}, in order of their positions. When it throws, all of
     *     them are tried again later.
     */
    void handle(List<RecordEvent> events);
}
