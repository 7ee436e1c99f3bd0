-- Objects that tenants make. The records of all of them stand in one table, their own fields where those of other objects do.

CREATE TABLE custom_object (
    tenant_id  INT          NOT NULL,
    id         BIGINT       NOT NULL,
    version    BIGINT       NOT NULL,
    name       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    path       VARCHAR(50)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    labels     TEXT         NOT NULL,
    plurals    TEXT         NOT NULL,
    icon       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    part_of    VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    position   INT          NOT NULL,
    removed_at DATETIME(6)  NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY custom_object_name (tenant_id, name),
    UNIQUE KEY custom_object_path (tenant_id, path),
    CONSTRAINT custom_object_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- parent_id is what a record is part of; which object that is of stands in custom_object.part_of.
CREATE TABLE custom_record (
    tenant_id       INT           NOT NULL,
    id              BIGINT        NOT NULL,
    object_id       BIGINT        NOT NULL,
    version         BIGINT        NOT NULL,
    created_at      DATETIME(6)   NOT NULL,
    created_by      BIGINT        NULL,
    updated_at      DATETIME(6)   NOT NULL,
    updated_by      BIGINT        NULL,
    deleted_at      DATETIME(6)   NULL,
    external_system VARCHAR(60)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    external_id     VARCHAR(120)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    sort_key        VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name            VARCHAR(200)  NOT NULL,
    tags            TEXT          NULL,
    owner_id        BIGINT        NULL,
    parent_id       BIGINT        NULL,
    custom          MEDIUMTEXT    NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY custom_record_external (tenant_id, object_id, external_system, external_id),
    KEY custom_record_external_id (tenant_id, object_id, external_id),
    KEY custom_record_order (tenant_id, object_id, deleted_at, sort_key, id),
    KEY custom_record_name (tenant_id, object_id, deleted_at, name, id),
    KEY custom_record_updated (tenant_id, object_id, deleted_at, updated_at, id),
    KEY custom_record_created (tenant_id, object_id, deleted_at, created_at, id),
    KEY custom_record_owner (tenant_id, owner_id, object_id, deleted_at, sort_key),
    KEY custom_record_parent (tenant_id, parent_id, object_id, deleted_at, sort_key),
    CONSTRAINT custom_record_object FOREIGN KEY (tenant_id, object_id) REFERENCES custom_object (tenant_id, id),
    CONSTRAINT custom_record_owner_fk FOREIGN KEY (tenant_id, owner_id) REFERENCES member (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What points to an object is asked when it is to be removed.
ALTER TABLE custom_field ADD KEY custom_field_reference (tenant_id, reference);
