/**
 * Long work (PLT-9): resumable, cancellable, fair between tenants, on any number of nodes.
 *
 * <p>A job is a row of its tenant; a row of {@code job_queue} says that it has work left. Workers of all nodes lease
 * queue rows, the tenant that was served longest ago first. Work goes in chunks: one transaction holds the chunk's
 * effects, the job's progress and the renewed lease, so that a chunk happens once whatever dies in between.
 */
package io.guanxi.kernel.job;
