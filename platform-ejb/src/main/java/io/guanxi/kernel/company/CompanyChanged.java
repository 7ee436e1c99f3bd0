package io.guanxi.kernel.company;

/** What a company is called, how its pages look or when it works changed. Fired in the transaction of the change. */
public record CompanyChanged(int tenantId) {}
