package io.guanxi.kernel.error;

/** The caller sees a record and may not do that with it, since it is not theirs. */
public class RecordOutOfReach extends AccessDenied {

    /**
     * @param grant what the caller may do with other records of the object, such as {@code accounts:write}
     */
    public RecordOutOfReach(String grant) {
        super("access.reach", grant);
    }
}
