-- Fields that tenants add to objects. Values are kept in the record's row as JSON by the id of the definition; those that
-- lists compare and sort by stand here too.

CREATE TABLE custom_field (
    tenant_id     INT          NOT NULL,
    id            BIGINT       NOT NULL,
    version       BIGINT       NOT NULL,
    object        VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name          VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type          VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    labels        TEXT         NOT NULL,
    help          TEXT         NOT NULL,
    choices       MEDIUMTEXT   NOT NULL,
    reference     VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    max_length    INT          NOT NULL,
    required      BOOLEAN      NOT NULL,
    is_unique     BOOLEAN      NOT NULL,
    default_value TEXT         NULL,
    position      INT          NOT NULL,
    created_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY custom_field_name (tenant_id, object, name),
    CONSTRAINT custom_field_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Counts the changes of a tenant's definitions, so that every node notices them.
CREATE TABLE custom_version (
    tenant_id INT    NOT NULL,
    version   BIGINT NOT NULL,
    PRIMARY KEY (tenant_id),
    CONSTRAINT custom_version_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- sort_key is ASCII whose byte order is the order of the values; text_value is there for texts only.
CREATE TABLE custom_value (
    tenant_id    INT          NOT NULL,
    record_id    BIGINT       NOT NULL,
    field_id     BIGINT       NOT NULL,
    sort_key     VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text_value   VARCHAR(255) NULL,
    unique_value VARCHAR(255) NULL,
    PRIMARY KEY (tenant_id, record_id, field_id),
    UNIQUE KEY custom_value_unique (tenant_id, field_id, unique_value),
    KEY custom_value_order (tenant_id, field_id, sort_key, record_id),
    CONSTRAINT custom_value_field FOREIGN KEY (tenant_id, field_id) REFERENCES custom_field (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

ALTER TABLE account ADD COLUMN custom MEDIUMTEXT NULL;
ALTER TABLE contact ADD COLUMN custom MEDIUMTEXT NULL;
ALTER TABLE affiliation ADD COLUMN custom MEDIUMTEXT NULL;
ALTER TABLE tag ADD COLUMN custom MEDIUMTEXT NULL;
ALTER TABLE product_category ADD COLUMN custom MEDIUMTEXT NULL;
ALTER TABLE product ADD COLUMN custom MEDIUMTEXT NULL;
ALTER TABLE sales_order ADD COLUMN custom MEDIUMTEXT NULL;
ALTER TABLE order_line ADD COLUMN custom MEDIUMTEXT NULL;
ALTER TABLE document ADD COLUMN custom MEDIUMTEXT NULL;
