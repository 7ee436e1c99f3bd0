-- Tables of the kernel. Platform tables (tenant, job_queue) span tenants and hold no customer data;
-- every other table starts each key with tenant_id.

CREATE TABLE tenant (
    id         INT          NOT NULL PRIMARY KEY,
    slug       VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(200) NOT NULL,
    locale     VARCHAR(35)  NOT NULL,
    zone       VARCHAR(60)  NOT NULL,
    country    CHAR(2)      NOT NULL,
    currency   CHAR(3)      NOT NULL,
    status     VARCHAR(20)  NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    UNIQUE KEY tenant_slug (slug)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE member (
    tenant_id    INT          NOT NULL,
    id           BIGINT       NOT NULL,
    version      BIGINT       NOT NULL,
    subject      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    email        VARCHAR(254) NOT NULL,
    name         VARCHAR(200) NOT NULL,
    role         VARCHAR(20)  NOT NULL,
    status       VARCHAR(20)  NOT NULL,
    locale       VARCHAR(35)  NULL,
    zone         VARCHAR(60)  NULL,
    last_seen_at DATETIME(6)  NULL,
    created_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY member_email (tenant_id, email),
    UNIQUE KEY member_subject (tenant_id, subject),
    CONSTRAINT member_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE partner_client (
    tenant_id    INT           NOT NULL,
    id           BIGINT        NOT NULL,
    version      BIGINT        NOT NULL,
    client_id    VARCHAR(120)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name         VARCHAR(200)  NOT NULL,
    grants       VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    active       BOOLEAN       NOT NULL,
    created_at   DATETIME(6)   NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY partner_client_id (tenant_id, client_id),
    CONSTRAINT partner_client_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE record_change (
    tenant_id INT          NOT NULL,
    id        BIGINT       NOT NULL,
    object    VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    record_id BIGINT       NOT NULL,
    action    VARCHAR(20)  NOT NULL,
    made_at   DATETIME(6)  NOT NULL,
    made_by   BIGINT       NOT NULL,
    made_by_name VARCHAR(200) NOT NULL,
    made_by_kind VARCHAR(20) NOT NULL,
    trace_id  VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    changes   MEDIUMTEXT   NULL,
    PRIMARY KEY (tenant_id, id),
    KEY record_change_record (tenant_id, object, record_id, id),
    CONSTRAINT record_change_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Words of a record and their tails, so that a search inside a word is a range scan.
CREATE TABLE search_term (
    tenant_id INT         NOT NULL,
    object    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    term      VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    record_id BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, object, term, record_id),
    KEY search_term_record (tenant_id, object, record_id),
    CONSTRAINT search_term_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE stored_file (
    tenant_id  INT          NOT NULL,
    id         BIGINT       NOT NULL,
    name       VARCHAR(255) NOT NULL,
    size       BIGINT       NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT stored_file_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE stored_file_chunk (
    tenant_id INT        NOT NULL,
    file_id   BIGINT     NOT NULL,
    ordinal   INT        NOT NULL,
    data      MEDIUMBLOB NOT NULL,
    PRIMARY KEY (tenant_id, file_id, ordinal),
    CONSTRAINT stored_file_chunk_file FOREIGN KEY (tenant_id, file_id) REFERENCES stored_file (tenant_id, id)
        ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE job (
    tenant_id        INT          NOT NULL,
    id               BIGINT       NOT NULL,
    version          BIGINT       NOT NULL,
    type             VARCHAR(40)  NOT NULL,
    object           VARCHAR(60)  NOT NULL,
    status           VARCHAR(20)  NOT NULL,
    file_id          BIGINT       NULL,
    file_name        VARCHAR(255) NULL,
    instructions     MEDIUMTEXT   NOT NULL,
    position         BIGINT       NOT NULL,
    total            BIGINT       NULL,
    created          BIGINT       NOT NULL,
    updated          BIGINT       NOT NULL,
    skipped          BIGINT       NOT NULL,
    failed           BIGINT       NOT NULL,
    cancel_requested BOOLEAN      NOT NULL,
    failure          VARCHAR(120) NULL,
    failure_args     VARCHAR(500) NULL,
    submitted_by     BIGINT       NOT NULL,
    submitted_kind   VARCHAR(20)  NOT NULL,
    submitted_name   VARCHAR(200) NOT NULL,
    created_at       DATETIME(6)  NOT NULL,
    started_at       DATETIME(6)  NULL,
    finished_at      DATETIME(6)  NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT job_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    CONSTRAINT job_file FOREIGN KEY (tenant_id, file_id) REFERENCES stored_file (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE job_row_error (
    tenant_id  INT           NOT NULL,
    job_id     BIGINT        NOT NULL,
    line       BIGINT        NOT NULL,
    ordinal    INT           NOT NULL,
    severity   VARCHAR(10)   NOT NULL,
    column_name VARCHAR(200) NULL,
    code       VARCHAR(120)  NOT NULL,
    args       VARCHAR(1000) NOT NULL,
    cells      MEDIUMTEXT    NULL,
    PRIMARY KEY (tenant_id, job_id, line, ordinal),
    CONSTRAINT job_row_error_job FOREIGN KEY (tenant_id, job_id) REFERENCES job (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What workers of all nodes claim from. Platform table: ids and times only.
CREATE TABLE job_queue (
    tenant_id   INT         NOT NULL,
    job_id      BIGINT      NOT NULL,
    enqueued_at DATETIME(6) NOT NULL,
    served_at   DATETIME(6) NOT NULL,
    owner       VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
    leased_until DATETIME(6) NULL,
    PRIMARY KEY (tenant_id, job_id),
    CONSTRAINT job_queue_job FOREIGN KEY (tenant_id, job_id) REFERENCES job (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
