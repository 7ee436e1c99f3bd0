/**
 * Who did what, when and from where (PLT-6): changes of records, which their history tells, and everything beside them,
 * which services tell {@link io.guanxi.kernel.audit.AuditTrail}.
 *
 * <p>Nothing that writes waits for a seal. After the commit, the feed of events says that a tenant has something new; seconds
 * later one node reads the new entries of history and trail in the order of their ids and appends a seal: how many, from where
 * to where, and a digest of their contents chained with that of the seal before and signed with the installation's key. An
 * entry whose transaction ended after its neighbours were sealed gets a late seal of its own. Entries may go by right, with
 * their object or when the plan's time for them is over; that is an entry itself.
 */
package io.guanxi.kernel.audit;
