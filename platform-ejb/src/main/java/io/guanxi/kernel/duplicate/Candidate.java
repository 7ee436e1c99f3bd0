package io.guanxi.kernel.duplicate;

import io.guanxi.kernel.record.RecordView;

/**
 * A live record that may mean the same.
 *
 * @param record without names of what it points to
 * @param score  how likely, and why
 */
public record Candidate(RecordView record, Score score) {}
