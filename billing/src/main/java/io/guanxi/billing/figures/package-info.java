/**
 * What operators see of every tenant: numbers and times, gathered tenant by tenant every quarter of an hour and kept in a
 * platform table, so that a page of tenants costs one statement.
 */
package io.guanxi.billing.figures;
