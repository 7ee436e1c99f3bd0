package io.guanxi.products;

import io.guanxi.kernel.record.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A family of products; families may stand in families. */
@Entity
@Table(name = "product_category")
public class ProductCategory extends CrmRecord {

    private String name;

    @Column(name = "native_name")
    private String nativeName;

    private String description;

    @Column(name = "parent_id")
    private Long parent;

    protected ProductCategory() {}

    @Override
    protected String title() {
        return name;
    }
}
