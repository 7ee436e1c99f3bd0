/**
 * Records that seem to mean the same: found as they are entered or imported and by a scan over all, with a score and its
 * reasons; what people have decided about pairs is remembered. What is compared stands in the descriptors.
 */
package io.guanxi.kernel.duplicate;
