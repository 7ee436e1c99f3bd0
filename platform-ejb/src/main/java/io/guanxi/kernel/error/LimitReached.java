package io.guanxi.kernel.error;

import io.guanxi.kernel.object.Labels;

/** No more of something is allowed; only creation is refused. */
public class LimitReached extends DomainException {

    private final String limit;
    private final long allowed;

    /**
     * @param limit name of the limit such as {@code views}; its words stand under {@code limit.name.<limit>}
     */
    public LimitReached(String limit, long allowed) {
        this("limit.reached", limit, allowed);
    }

    private LimitReached(String code, String limit, long allowed) {
        super(code, Labels.errorInAll("limit.name." + limit), allowed);
        this.limit = limit;
        this.allowed = allowed;
    }

    /** A limit of the tenant's plan, such as {@code records}: the words say what goes on all the same. */
    public static LimitReached ofPlan(String limit, long allowed) {
        return new LimitReached("limit.ofPlan", limit, allowed);
    }

    /** Name of the limit. */
    public String limit() {
        return limit;
    }

    /** Most of it; bytes of storage. */
    public long allowed() {
        return allowed;
    }
}
