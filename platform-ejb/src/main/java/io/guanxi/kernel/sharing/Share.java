package io.guanxi.kernel.sharing;

import io.guanxi.kernel.access.ShareLevel;
import io.guanxi.kernel.people.Grantee;
import java.time.Instant;

/** With whom a record is shared, and for what. */
public record Share(Grantee grantee, ShareLevel level, Instant since) {}
