package io.guanxi.kernel.error;

/** Somebody else changed the record since the caller read it. */
public class StaleRecord extends DomainException {

    private final long currentVersion;

    public StaleRecord(long currentVersion) {
        super("record.stale");
        this.currentVersion = currentVersion;
    }

    /** The version a new attempt must expect. */
    public long currentVersion() {
        return currentVersion;
    }
}
