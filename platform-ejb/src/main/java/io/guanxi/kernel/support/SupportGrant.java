package io.guanxi.kernel.support;

import java.time.Instant;

/**
 * Leave for the operators' support to come in.
 *
 * @param grantedBy   member on whose behalf a supporter acts
 * @param grantedName name of that member
 * @param endsAt      when it ends, if nobody ends it before
 */
public record SupportGrant(
        long id, String reason, long grantedBy, String grantedName, Instant grantedAt, Instant endsAt) {}
