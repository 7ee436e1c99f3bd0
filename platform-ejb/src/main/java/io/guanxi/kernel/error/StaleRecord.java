package io.guanxi.kernel.error;

import java.util.OptionalLong;

/** Somebody else changed the record since the caller read it. */
public class StaleRecord extends DomainException {

    private final long currentVersion;
    private final boolean known;

    public StaleRecord(long currentVersion) {
        super("record.stale");
        this.currentVersion = currentVersion;
        this.known = true;
    }

    /** Another transaction is changing it at this moment: which version it will have is not known yet. */
    public StaleRecord() {
        super("record.stale");
        this.currentVersion = 0;
        this.known = false;
    }

    /** The version a new attempt must expect, where it is known. */
    public OptionalLong currentVersion() {
        return known ? OptionalLong.of(currentVersion) : OptionalLong.empty();
    }
}
