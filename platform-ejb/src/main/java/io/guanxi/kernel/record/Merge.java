package io.guanxi.kernel.record;

import io.guanxi.kernel.query.Choice;
import java.time.Instant;
import java.util.List;

/**
 * A merge that can still be undone.
 *
 * @param id     opaque
 * @param others records that were merged, with their names
 */
public record Merge(String id, List<Choice> others, Instant madeAt, String madeBy) {}
