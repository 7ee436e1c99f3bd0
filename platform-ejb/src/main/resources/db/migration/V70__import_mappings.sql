-- Mappings of imports that people save: what the columns of a file fill, by their headings. The owner is a person or a
-- partner's client, as with views.

CREATE TABLE import_mapping (
    tenant_id  INT          NOT NULL,
    id         BIGINT       NOT NULL,
    version    BIGINT       NOT NULL,
    object     VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(80)  NOT NULL,
    shared     BOOLEAN      NOT NULL,
    owner_id   BIGINT       NOT NULL,
    definition MEDIUMTEXT   NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY import_mapping_object (tenant_id, object, owner_id),
    CONSTRAINT import_mapping_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
