-- Tags, and which record of which object has them. Names are unique among tags that are not deleted.

CREATE TABLE tag (
    tenant_id       INT           NOT NULL,
    id              BIGINT        NOT NULL,
    version         BIGINT        NOT NULL,
    created_at      DATETIME(6)   NOT NULL,
    created_by      BIGINT        NULL,
    updated_at      DATETIME(6)   NOT NULL,
    updated_by      BIGINT        NULL,
    deleted_at      DATETIME(6)   NULL,
    external_system VARCHAR(60)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    external_id     VARCHAR(120)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    sort_key        VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name            VARCHAR(60)   NOT NULL,
    live_name       VARCHAR(60)   AS (CASE WHEN deleted_at IS NULL THEN name END) VIRTUAL,
    colour          VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    tag_group       VARCHAR(60)   NULL,
    exclusive       BOOLEAN       NULL,
    description     TEXT          NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY tag_external (tenant_id, external_system, external_id),
    UNIQUE KEY tag_name_unique (tenant_id, live_name),
    KEY tag_order (tenant_id, deleted_at, sort_key, id),
    KEY tag_name (tenant_id, deleted_at, name, id),
    KEY tag_updated (tenant_id, deleted_at, updated_at, id),
    KEY tag_created (tenant_id, deleted_at, created_at, id),
    CONSTRAINT tag_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE record_tag (
    tenant_id INT         NOT NULL,
    object    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tag_id    BIGINT      NOT NULL,
    record_id BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, object, tag_id, record_id),
    KEY record_tag_record (tenant_id, object, record_id),
    KEY record_tag_tag (tenant_id, tag_id),
    CONSTRAINT record_tag_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    CONSTRAINT record_tag_tag_fk FOREIGN KEY (tenant_id, tag_id) REFERENCES tag (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Ids of the record's tags as JSON, beside the rows above: a record is read without a join.
ALTER TABLE account ADD COLUMN tags TEXT NULL;
ALTER TABLE contact ADD COLUMN tags TEXT NULL;

-- Files point to records by an id of another system without saying which.
ALTER TABLE account ADD KEY account_external_id (tenant_id, external_id);
ALTER TABLE contact ADD KEY contact_external_id (tenant_id, external_id);
ALTER TABLE affiliation ADD KEY affiliation_external_id (tenant_id, external_id);
ALTER TABLE tag ADD KEY tag_external_id (tenant_id, external_id);
