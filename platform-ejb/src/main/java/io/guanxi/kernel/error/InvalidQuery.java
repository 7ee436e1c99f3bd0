package io.guanxi.kernel.error;

/** A filter, sort or page that cannot be served; the message names the part and the reason. */
public class InvalidQuery extends DomainException {

    public InvalidQuery(String part, String reason) {
        super("query.invalid", part, reason);
    }
}
