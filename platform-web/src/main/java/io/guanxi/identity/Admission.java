package io.guanxi.identity;

import io.guanxi.kernel.access.CallContext;
import java.util.OptionalLong;

/**
 * Whether a request may be worked at now.
 *
 * @param share       ends the work at it; null when it may not
 * @param waitSeconds after which it may be tried again; empty when it may be worked at
 * @param reason      key of the sentence that says why not; empty when it may
 */
record Admission(CallContext.Scope share, OptionalLong waitSeconds, String reason) {

    static final String RETRY = "Retry-After";

    static Admission granted(CallContext.Scope share) {
        return new Admission(share, OptionalLong.empty(), "");
    }

    static Admission refused(long waitSeconds, String reason) {
        return new Admission(null, OptionalLong.of(waitSeconds), reason);
    }
}
