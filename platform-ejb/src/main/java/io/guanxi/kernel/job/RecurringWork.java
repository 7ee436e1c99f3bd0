package io.guanxi.kernel.job;

import java.util.List;

/**
 * Work that is due for each tenant at times of its own. Every bean of this type is asked each minute on every node; nodes
 * agree in the database on who begins. Session beans name it as a local view beside their own.
 */
public interface RecurringWork {

    /** Tenants whose time has come; some of them when there are many. */
    List<Integer> due();

    /** Begins the work of the caller's tenant, unless another node has. */
    void begin();

    /**
     * The caller's tenant does not have the module of this work: it is due again when its next time comes, and sooner when the
     * module is switched on.
     */
    default void skip() {}
}
