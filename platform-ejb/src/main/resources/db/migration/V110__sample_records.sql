-- Records that came with a new tenant to show what the product does, in the order they were made.
CREATE TABLE sample_record (
    tenant_id INT         NOT NULL,
    object    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    record_id BIGINT      NOT NULL,
    made      INT         NOT NULL,
    PRIMARY KEY (tenant_id, object, record_id),
    CONSTRAINT sample_record_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
