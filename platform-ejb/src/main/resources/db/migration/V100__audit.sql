-- Where a change of a record came from, and who acted in the place of its maker.
ALTER TABLE record_change
    ADD COLUMN channel VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN address VARCHAR(45)  NULL,
    ADD COLUMN acting  VARCHAR(200) NULL;

-- What happened beside changes of records: settings, people, log-ins, files that were fetched.
CREATE TABLE audit_entry (
    tenant_id    INT          NOT NULL,
    id           BIGINT       NOT NULL,
    area         VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    action       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject      VARCHAR(200) NOT NULL,
    title        VARCHAR(300) NOT NULL,
    made_at      DATETIME(6)  NOT NULL,
    made_by      BIGINT       NOT NULL,
    made_by_name VARCHAR(200) NOT NULL,
    made_by_kind VARCHAR(20)  NOT NULL,
    acting       VARCHAR(200) NULL,
    channel      VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    address      VARCHAR(45)  NULL,
    agent        VARCHAR(200) NULL,
    job_id       BIGINT       NULL,
    trace_id     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    changes      MEDIUMTEXT   NULL,
    PRIMARY KEY (tenant_id, id),
    KEY audit_entry_area (tenant_id, area, id),
    CONSTRAINT audit_entry_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Seals over record_change and audit_entry, one after the other. A seal is of the entries of a range of ids, or of some that
-- were committed late. Members are the ids and digests of what it seals.
CREATE TABLE audit_seal (
    tenant_id     INT         NOT NULL,
    seal_no       BIGINT      NOT NULL,
    late          BOOLEAN     NOT NULL,
    from_id       BIGINT      NOT NULL,
    to_id         BIGINT      NOT NULL,
    entries       INT         NOT NULL,
    sealed_at     DATETIME(6) NOT NULL,
    content_hash  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    previous_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seal_hash     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    signature     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    members       MEDIUMBLOB  NOT NULL,
    PRIMARY KEY (tenant_id, seal_no),
    CONSTRAINT audit_seal_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Entries that were taken away by right: the ids that an entry of the audit tells of by their digest.
CREATE TABLE audit_removal (
    tenant_id INT        NOT NULL,
    entry_id  BIGINT     NOT NULL,
    members   MEDIUMBLOB NOT NULL,
    PRIMARY KEY (tenant_id, entry_id),
    CONSTRAINT audit_removal_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Whose entries wait for a seal, and since when all late ones were looked for. Platform table: ids and times only.
CREATE TABLE audit_sealing (
    tenant_id INT         NOT NULL,
    due_at    DATETIME(6) NOT NULL,
    swept_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id),
    KEY audit_sealing_due (due_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT INTO audit_sealing (tenant_id, due_at, swept_at)
SELECT id, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM tenant;

-- When the entries of each tenant are next looked through for those whose time is over. Platform table.
CREATE TABLE audit_retention_due (
    tenant_id INT         NOT NULL,
    due_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
