package io.guanxi.kernel.error;

/** The company may be read and exported at the moment, and not changed: payment is due, or it has been closed. */
public class TenantReadOnly extends DomainException {

    public TenantReadOnly() {
        super("tenant.readOnly");
    }
}
