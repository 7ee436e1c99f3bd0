package io.guanxi.kernel.entitlement;

import io.guanxi.kernel.error.LimitReached;

/** How much a tenant uses of what its plan limits. One bean of the billing module counts. */
public interface Usage {

    /** Records of all objects, those in the recycle bin not counted. */
    String RECORDS = "records";

    /** Bytes of documents, those in the recycle bin not counted. */
    String STORAGE = "storage";

    /**
     * Asked before something is created, never before it is read, changed, deleted or exported.
     *
     * @param limit name of it, such as {@link #RECORDS}
     * @param more  how much is to be created
     * @throws LimitReached when the plan of the caller's tenant allows less
     */
    void requireRoom(String limit, long more);

    /** The caller's tenant uses that much more, or less; in the transaction that makes it so. */
    void count(String limit, long change);
}
