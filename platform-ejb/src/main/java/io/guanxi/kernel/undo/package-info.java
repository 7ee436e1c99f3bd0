/**
 * Taking back what a job has done (CUS-12). A job that changes records marks each change with its id; undo is a job of its
 * own that goes through them, the latest first. What others have changed or used since stays, and the job says so.
 */
package io.guanxi.kernel.undo;
