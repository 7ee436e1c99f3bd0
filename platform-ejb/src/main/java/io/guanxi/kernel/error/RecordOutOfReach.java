package io.guanxi.kernel.error;

import java.util.Map;

/** The caller sees a record and may not do that with it, since it is not theirs. */
public class RecordOutOfReach extends AccessDenied {

    /**
     * @param object what records of the object are called inside a sentence, by language tag
     */
    public RecordOutOfReach(Map<String, String> object) {
        super("access.reach", object);
    }
}
