-- Stages of an account's life (CUS-9), the rules that move it, and who or what moved it when and why.

ALTER TABLE account ADD COLUMN lifecycle_stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE account ADD COLUMN stage_reason VARCHAR(200) NULL;
ALTER TABLE account ADD COLUMN stage_since DATE NULL;
-- The stage that stage_move knows of; whether a person or client chose it; what the rules said when they were asked last.
ALTER TABLE account ADD COLUMN told_stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE account ADD COLUMN stage_by_hand BOOLEAN NULL;
ALTER TABLE account ADD COLUMN ruled_stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE account ADD KEY account_stage (tenant_id, lifecycle_stage, deleted_at, sort_key);

CREATE TABLE stage_rule (
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
    custom          MEDIUMTEXT    NULL,
    name            VARCHAR(120)  NOT NULL,
    position        INT           NOT NULL,
    stage           VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rule_source     TEXT          NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY stage_rule_external (tenant_id, external_system, external_id),
    KEY stage_rule_external_id (tenant_id, external_id),
    KEY stage_rule_order (tenant_id, deleted_at, sort_key, id),
    KEY stage_rule_updated (tenant_id, deleted_at, updated_at, id),
    KEY stage_rule_created (tenant_id, deleted_at, created_at, id),
    KEY stage_rule_name (tenant_id, deleted_at, name, id),
    KEY stage_rule_position (tenant_id, deleted_at, position, id),
    CONSTRAINT stage_rule_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Rule and facts as they were when the account moved, or what the person said who moved it; never changed after.
CREATE TABLE stage_move (
    tenant_id    INT          NOT NULL,
    id           BIGINT       NOT NULL,
    account_id   BIGINT       NOT NULL,
    from_stage   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    to_stage     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    rule_name    VARCHAR(120) NULL,
    rule_source  TEXT         NULL,
    facts        TEXT         NULL,
    reason       VARCHAR(200) NULL,
    made_at      DATETIME(6)  NOT NULL,
    made_by_name VARCHAR(200) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY stage_move_account (tenant_id, account_id, made_at, id, to_stage),
    KEY stage_move_made (tenant_id, made_at, to_stage, account_id),
    CONSTRAINT stage_move_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    CONSTRAINT stage_move_account_fk FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
