package io.guanxi.billing;

import io.guanxi.kernel.record.RecordKey;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Where a tenant departs from its plan's modules: an add-on bought, or a module its admin has switched off. */
@Entity
@Table(name = "subscription_module")
@IdClass(RecordKey.class)
@Multitenant
@TenantDiscriminatorColumn(name = "tenant_id", discriminatorType = DiscriminatorType.INTEGER, primaryKey = true)
class ModuleChoice {

    @Id
    @Column(name = "tenant_id", insertable = false, updatable = false)
    private int tenantId;

    @Id
    private long id;

    @Version
    private long version;

    private String module;

    @Column(name = "add_on")
    private boolean addOn;

    @Column(name = "switched_off")
    private boolean switchedOff;

    protected ModuleChoice() {}

    ModuleChoice(long id, String module) {
        this.id = id;
        this.module = module;
    }

    String module() {
        return module;
    }

    boolean isAddOn() {
        return addOn;
    }

    boolean isSwitchedOff() {
        return switchedOff;
    }

    void addOn(boolean bought) {
        addOn = bought;
    }

    void switchOn(boolean on) {
        switchedOff = !on;
    }
}
