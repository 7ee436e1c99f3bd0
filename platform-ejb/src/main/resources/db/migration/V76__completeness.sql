-- How complete a record is, in percent of the weights of its fields; empty where nothing is weighed. Lists sort and filter
-- by it, so it is kept with the record and written in the same statement.

ALTER TABLE account
    ADD COLUMN completeness INT NULL,
    ADD KEY account_completeness (tenant_id, deleted_at, completeness, id);
ALTER TABLE affiliation
    ADD COLUMN completeness INT NULL;
ALTER TABLE contact
    ADD COLUMN completeness INT NULL,
    ADD KEY contact_completeness (tenant_id, deleted_at, completeness, id);
ALTER TABLE custom_record
    ADD COLUMN completeness INT NULL,
    ADD KEY custom_record_completeness (tenant_id, object_id, deleted_at, completeness, id);
ALTER TABLE document
    ADD COLUMN completeness INT NULL;
ALTER TABLE order_line
    ADD COLUMN completeness INT NULL;
ALTER TABLE product
    ADD COLUMN completeness INT NULL,
    ADD KEY product_completeness (tenant_id, deleted_at, completeness, id);
ALTER TABLE product_category
    ADD COLUMN completeness INT NULL;
ALTER TABLE sales_order
    ADD COLUMN completeness INT NULL;
ALTER TABLE tag
    ADD COLUMN completeness INT NULL;

-- What a company's admins have said about the weight of fields; an object without rows goes by what the product ships.
CREATE TABLE completeness_weight (
    tenant_id INT          NOT NULL,
    object    VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    field     VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    weight    INT          NOT NULL,
    PRIMARY KEY (tenant_id, object, field),
    CONSTRAINT completeness_weight_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
