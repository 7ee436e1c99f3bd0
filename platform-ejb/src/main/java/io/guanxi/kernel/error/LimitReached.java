package io.guanxi.kernel.error;

/** The tenant's plan allows no more of something; only creation is refused. */
public class LimitReached extends DomainException {

    public LimitReached(String limit, long allowed) {
        super("limit.reached", limit, allowed);
    }
}
