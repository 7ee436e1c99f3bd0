package io.guanxi.kernel.record;

import java.io.Serializable;
import java.util.Objects;

/** Primary key of tenant rows; a class rather than a record because JPA 3.1 fills it through fields. */
public class RecordKey implements Serializable {

    private int tenantId;
    private long id;

    protected RecordKey() {}

    public RecordKey(int tenantId, long id) {
        this.tenantId = tenantId;
        this.id = id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordKey key && key.tenantId == tenantId && key.id == id;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantId, id);
    }
}
