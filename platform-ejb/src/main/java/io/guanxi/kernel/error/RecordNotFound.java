package io.guanxi.kernel.error;

/** No such record for this caller: made-up, somebody else's and deleted ids look the same. */
public class RecordNotFound extends DomainException {

    public RecordNotFound() {
        super("record.notFound");
    }
}
