-- Mail domains that a company says are its own; the proof has to stand in the domain's name service.
CREATE TABLE mail_domain (
    tenant_id   INT          NOT NULL,
    domain      VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    proof       CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    claimed_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, domain),
    CONSTRAINT mail_domain_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Platform table: whose a mail domain is, once that was proved.
CREATE TABLE mail_domain_owner (
    domain      VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    tenant_id   INT          NOT NULL,
    proof       CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    verified_at DATETIME(6)  NOT NULL,
    KEY mail_domain_owner_tenant (tenant_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Where a company's people log in beside Keycloak's own page. Its secret is with Keycloak alone.
CREATE TABLE identity_provider (
    tenant_id     INT           NOT NULL PRIMARY KEY,
    protocol      VARCHAR(4)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    address       VARCHAR(1000) NULL,
    client        VARCHAR(200)  NULL,
    verified_only BOOLEAN       NOT NULL,
    details       MEDIUMTEXT    NOT NULL,
    active        BOOLEAN       NOT NULL,
    version       BIGINT        NOT NULL,
    changed_at    DATETIME(6)   NOT NULL,
    CONSTRAINT identity_provider_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
