-- Companies that were closed, until everything of them is erased. Platform table: it outlives what it is about, and goes when
-- the owner has been written to for the last time.
CREATE TABLE tenant_closing (
    tenant_id     INT          NOT NULL PRIMARY KEY,
    status_before VARCHAR(20)  NOT NULL,
    reason        VARCHAR(500) NOT NULL,
    owner_name    VARCHAR(200) NOT NULL,
    owner_email   VARCHAR(254) NOT NULL,
    company_name  VARCHAR(200) NOT NULL,
    locale        VARCHAR(35)  NOT NULL,
    zone          VARCHAR(60)  NOT NULL,
    closed_at     DATETIME(6)  NOT NULL,
    erase_at      DATETIME(6)  NOT NULL,
    told_at       DATETIME(6)  NULL,
    reminded_at   DATETIME(6)  NULL,
    step          VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    failure       VARCHAR(300) NULL,
    leased_until  DATETIME(6)  NULL,
    KEY tenant_closing_step (step, erase_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What was erased so far, in the transaction that erased it; becomes the certificate.
CREATE TABLE tenant_erasure_count (
    tenant_id INT         NOT NULL,
    store     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount    BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, store, name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What was erased of whom, sealed. No names of people, no mail addresses, no texts of anybody; keeps the slug from coming back.
CREATE TABLE erasure_certificate (
    id        BIGINT      NOT NULL PRIMARY KEY,
    tenant_id INT         NOT NULL,
    slug      VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    closed_at DATETIME(6) NOT NULL,
    erased_at DATETIME(6) NOT NULL,
    total     BIGINT      NOT NULL,
    content   MEDIUMTEXT  NOT NULL,
    digest    CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seal      CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    UNIQUE KEY erasure_certificate_tenant (tenant_id),
    UNIQUE KEY erasure_certificate_slug (slug)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
