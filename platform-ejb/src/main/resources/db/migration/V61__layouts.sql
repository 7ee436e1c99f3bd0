-- How a tenant's pages of records are arranged. Empty record type and role: the layout of all that have none of their own.

CREATE TABLE layout (
    tenant_id   INT         NOT NULL,
    object      VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    record_type VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    role        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content     MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (tenant_id, object, record_type, role),
    CONSTRAINT layout_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The choice field whose value is the type of a record.
CREATE TABLE record_type_field (
    tenant_id INT         NOT NULL,
    object    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    field     VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, object),
    CONSTRAINT record_type_field_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
