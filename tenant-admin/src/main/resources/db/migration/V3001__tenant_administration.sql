-- Platform tables: they span tenants and hold none of their records.

CREATE TABLE platform_setting (
    name       VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    content    VARCHAR(500) NOT NULL,
    expires_at DATETIME(6)  NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- How far the making of each tenant has come; a run that broke off goes on from here.
CREATE TABLE tenant_provisioning (
    slug         VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    tenant_id    INT          NOT NULL,
    name         VARCHAR(200) NOT NULL,
    owner_email  VARCHAR(254) NOT NULL,
    locale       VARCHAR(35)  NOT NULL,
    zone         VARCHAR(60)  NOT NULL,
    country      CHAR(2)      NOT NULL,
    currency     CHAR(3)      NOT NULL,
    step         VARCHAR(20)  NOT NULL,
    failure      VARCHAR(500) NULL,
    refused      BOOLEAN      NOT NULL,
    attempted_at DATETIME(6)  NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    UNIQUE KEY tenant_provisioning_tenant (tenant_id),
    KEY tenant_provisioning_same (owner_email, name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
