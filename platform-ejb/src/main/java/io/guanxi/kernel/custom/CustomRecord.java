package io.guanxi.kernel.custom;

import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A record of an object that a tenant has made. All of these objects share this entity; everything they do not have in common
 * are fields of the tenant's own.
 */
@Entity
@Table(name = "custom_record")
public class CustomRecord extends CrmRecord {

    @Column(name = "object_id", updatable = false)
    private long objectId;

    private String name;
    private String tags;

    @Column(name = "owner_id")
    private Long owner;

    /** What it is part of: a record of whatever object the definition names. */
    @Column(name = "parent_id")
    private Long parent;

    protected CustomRecord() {}

    @Override
    protected void belongTo(ObjectDescriptor object) {
        objectId = object.custom().id();
    }

    @Override
    protected boolean isOf(ObjectDescriptor object) {
        return object.isCustom() && object.custom().id() == objectId;
    }

    @Override
    protected void completeNew(Caller caller) {
        if (owner == null && caller.kind() == Caller.Kind.PERSON) {
            owner = caller.memberId();
        }
    }

    @Override
    protected String title() {
        return name;
    }
}
