package io.guanxi.kernel.record;

import java.util.Optional;

/**
 * What came of one step.
 *
 * @param id      record it concerned; null when none was made
 * @param created a new record was made
 * @param failure why it did not happen; empty when it did
 */
public record BulkResult(String id, boolean created, Optional<RuntimeException> failure) {}
