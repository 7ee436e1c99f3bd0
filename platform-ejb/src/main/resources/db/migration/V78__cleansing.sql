-- Runs that look through all records for what is wrong with them, and what they have found (CUS-5).
CREATE TABLE cleansing_run (
    tenant_id   INT          NOT NULL,
    id          BIGINT       NOT NULL,
    job_id      BIGINT       NOT NULL,
    started_at  DATETIME(6)  NOT NULL,
    finished_at DATETIME(6)  NULL,
    started_by  VARCHAR(200) NOT NULL,
    planned     BOOLEAN      NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT cleansing_run_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The record is named by its object and id; it may be gone since. Values are JSON arrays of one element.
CREATE TABLE cleansing_finding (
    tenant_id      INT          NOT NULL,
    id             BIGINT       NOT NULL,
    run_id         BIGINT       NOT NULL,
    kind           VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status         VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    object         VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    record_id      BIGINT       NOT NULL,
    other_id       BIGINT       NULL,
    pair_id        BIGINT       NULL,
    apply_job      BIGINT       NULL,
    field          VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    found          TEXT         NULL,
    proposal       TEXT         NULL,
    touched_at     DATETIME(6)  NULL,
    touched_object VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    decided_by     VARCHAR(200) NULL,
    decided_at     DATETIME(6)  NULL,
    outcome        VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NULL,
    outcome_args   TEXT         NULL,
    PRIMARY KEY (tenant_id, id),
    KEY cleansing_finding_run (tenant_id, run_id, status, kind, id),
    KEY cleansing_finding_kind (tenant_id, run_id, kind, id),
    KEY cleansing_finding_job (tenant_id, apply_job, status),
    KEY cleansing_finding_record (tenant_id, object, record_id, status),
    CONSTRAINT cleansing_finding_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    CONSTRAINT cleansing_finding_run_fk FOREIGN KEY (tenant_id, run_id) REFERENCES cleansing_run (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- After how many months without anything a record of an object is proposed for the archive; 0 for never.
CREATE TABLE cleansing_patience (
    tenant_id INT         NOT NULL,
    object    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    months    INT         NOT NULL,
    PRIMARY KEY (tenant_id, object),
    CONSTRAINT cleansing_patience_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Platform table: when each tenant's next quarterly run is due.
CREATE TABLE cleansing_due (
    tenant_id INT         NOT NULL PRIMARY KEY,
    due_at    DATETIME(6) NOT NULL,
    KEY cleansing_due_at (due_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
