/**
 * What happened to records, told after the fact: every write leaves an event in its own transaction (the outbox), which is
 * handled once in the cluster by {@link io.guanxi.kernel.event.RecordEventHandler handlers}, or read by every node from the
 * {@link io.guanxi.kernel.event.EventFeed feed}.
 */
package io.guanxi.kernel.event;
