package io.guanxi.kernel.people;

/**
 * Who may come in, as what, or in which language they are spoken to, changed in a tenant. Fired in the transaction of the
 * change.
 */
public record PeopleChanged(int tenantId) {}
