package io.guanxi.tenantadmin.provisioning;

import java.time.Instant;

/**
 * What a company that signs itself up tells besides: who its first owner is and what they accepted.
 *
 * @param id        of the sign-up: one tenant comes of each
 * @param ownerName as the owner writes it
 * @param samples   whether the company begins with sample records
 * @param terms     version of the terms that were accepted
 * @param privacy   version of the privacy text that was accepted
 */
public record SelfSignUp(
        long id, String ownerName, boolean samples, String terms, String privacy, Instant acceptedAt) {}
