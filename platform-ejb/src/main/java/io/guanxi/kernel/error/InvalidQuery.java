package io.guanxi.kernel.error;

/** A filter, sort, page or value that cannot be served; the code says why and the arguments name the part. */
public class InvalidQuery extends DomainException {

    /**
     * @param reason last part of the code: {@code unknownField} becomes {@code query.unknownField}
     * @param args   the part of the query that is wrong, first
     */
    public InvalidQuery(String reason, Object... args) {
        super("query." + reason, args);
    }
}
