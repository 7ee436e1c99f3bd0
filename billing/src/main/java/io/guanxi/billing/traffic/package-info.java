/**
 * Fairness between tenants (PLT-9): how many calls a minute a tenant and each of its clients may make, and how many requests of
 * a tenant a node works at at the same time, so that one tenant's flood leaves the others their share.
 */
package io.guanxi.billing.traffic;
