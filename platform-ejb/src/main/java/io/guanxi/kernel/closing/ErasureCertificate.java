package io.guanxi.kernel.closing;

import java.time.Instant;

/**
 * Says what was erased of a company. Holds no names of people and no texts of anybody.
 *
 * @param slug      by which the company was known; nobody gets it again
 * @param total     rows, files and whatever else was counted
 * @param content   all of it, as JSON
 * @param digest    SHA-256 of the content, in hex digits
 * @param seal      HMAC-SHA-256 of the content under a key of the installation, in hex digits
 * @param isGenuine whether digest and seal fit the content
 */
public record ErasureCertificate(
        String id,
        int tenantId,
        String slug,
        Instant closedAt,
        Instant erasedAt,
        long total,
        String content,
        String digest,
        String seal,
        boolean isGenuine) {}
