-- What a company asks of those who come in; a company without a row asks nothing of its own.
CREATE TABLE security_policy (
    tenant_id       INT    NOT NULL,
    version         BIGINT NOT NULL,
    session_minutes INT    NULL,
    idle_minutes    INT    NULL,
    addresses       TEXT   CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id),
    CONSTRAINT security_policy_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
