/**
 * What happened around a record, newest first (CUS-2). Each module that has something to tell brings a
 * {@link io.guanxi.kernel.timeline.TimelineSource}; a page of entries is merged from as many of each as fit into it, so
 * that no more is read than is shown.
 */
package io.guanxi.kernel.timeline;
