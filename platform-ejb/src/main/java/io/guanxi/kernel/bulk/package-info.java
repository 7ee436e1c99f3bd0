/**
 * Changes of every record that a list finds, as a job: fields set or cleared, tags added or taken away, records deleted or
 * brought back. Each record is checked as if it were changed alone; what was done can be taken back as a whole
 * ({@link io.guanxi.kernel.undo}).
 */
package io.guanxi.kernel.bulk;
