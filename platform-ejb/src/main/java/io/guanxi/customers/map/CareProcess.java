package io.guanxi.customers.map;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Something a company does again and again to win customers, keep them or win them back. */
@Entity
@Table(name = "care_process")
public class CareProcess extends CrmRecord {

    private static final int LAST = 1_000;

    private String name;
    private Integer position;
    private String phase;

    @Column(name = "customer_class_id")
    private Long customerClass;

    private String cadence;
    private String description;

    @Column(name = "owner_id")
    private Long owner;

    protected CareProcess() {}

    @Override
    protected void completeNew(Caller caller) {
        if (position == null) {
            position = LAST;
        }
    }

    @Override
    protected String title() {
        return name;
    }
}
