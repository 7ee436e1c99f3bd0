-- Conditions that a tenant's records must fulfil; written in the rule language (ADR 18).

CREATE TABLE validation_rule (
    tenant_id  INT          NOT NULL,
    id         BIGINT       NOT NULL,
    version    BIGINT       NOT NULL,
    object     VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(80)  NOT NULL,
    condition_source TEXT   NOT NULL,
    messages   TEXT         NOT NULL,
    field      VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    active     BOOLEAN      NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    updated_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY validation_rule_name (tenant_id, object, name),
    CONSTRAINT validation_rule_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
