-- Classes of customers (CUS-6) with what is owed to each (CUS-7), the facts that rules are about, and who moved when and why.

CREATE TABLE customer_class (
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
    name            VARCHAR(60)   NOT NULL,
    live_name       VARCHAR(60)   AS (CASE WHEN deleted_at IS NULL THEN name END) VIRTUAL,
    position        INT           NOT NULL,
    colour          VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    phase           VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    rule_source     TEXT          NULL,
    description     TEXT          NULL,
    manager_id      BIGINT        NULL,
    cadence_days    INT           NULL,
    automation      VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    discount_limit  DECIMAL(19,4) NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY customer_class_external (tenant_id, external_system, external_id),
    KEY customer_class_external_id (tenant_id, external_id),
    KEY customer_class_order (tenant_id, deleted_at, sort_key, id),
    KEY customer_class_updated (tenant_id, deleted_at, updated_at, id),
    KEY customer_class_created (tenant_id, deleted_at, created_at, id),
    CONSTRAINT customer_class_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    UNIQUE KEY customer_class_name_unique (tenant_id, live_name),
    KEY customer_class_name (tenant_id, deleted_at, name, id),
    KEY customer_class_position (tenant_id, deleted_at, position, id),
    KEY customer_class_manager (tenant_id, manager_id),
    CONSTRAINT customer_class_manager_fk FOREIGN KEY (tenant_id, manager_id) REFERENCES member (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

ALTER TABLE account ADD COLUMN customer_class_id BIGINT NULL;
ALTER TABLE account ADD COLUMN class_since DATE NULL;
ALTER TABLE account ADD COLUMN contact_due DATE NULL;
ALTER TABLE account ADD KEY account_class (tenant_id, customer_class_id, deleted_at, sort_key);
ALTER TABLE account ADD KEY account_due (tenant_id, deleted_at, contact_due, id);
ALTER TABLE account ADD CONSTRAINT account_class_fk FOREIGN KEY (tenant_id, customer_class_id) REFERENCES customer_class (tenant_id, id);

-- What is known about an account from elsewhere, so that no page adds it up again. Spend is in the tenant's own currency.
CREATE TABLE account_fact (
    tenant_id        INT           NOT NULL,
    account_id       BIGINT        NOT NULL,
    order_count      INT           NOT NULL,
    year_orders      INT           NOT NULL,
    year_spend       DECIMAL(19,4) NOT NULL,
    total_spend      DECIMAL(19,4) NOT NULL,
    first_order      DATE          NULL,
    last_order       DATE          NULL,
    contact_count    INT           NOT NULL,
    last_interaction DATETIME(6)   NOT NULL,
    spend_top        DECIMAL(9,4)  NULL,
    rfm              VARCHAR(3)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    habits           TEXT          NOT NULL,
    counted_at       DATETIME(6)   NOT NULL,
    PRIMARY KEY (tenant_id, account_id),
    CONSTRAINT account_fact_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    CONSTRAINT account_fact_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Purchases of an account, added up for each currency they were made in.
CREATE TABLE account_purchase (
    tenant_id   INT           NOT NULL,
    account_id  BIGINT        NOT NULL,
    currency    CHAR(3)       NOT NULL,
    order_count INT           NOT NULL,
    total       DECIMAL(19,4) NOT NULL,
    first_order DATE          NULL,
    last_order  DATE          NULL,
    PRIMARY KEY (tenant_id, account_id, currency),
    CONSTRAINT account_purchase_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    CONSTRAINT account_purchase_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Names, rule and facts as they were when the account moved; never changed after.
CREATE TABLE class_move (
    tenant_id   INT          NOT NULL,
    id          BIGINT       NOT NULL,
    account_id  BIGINT       NOT NULL,
    from_class  BIGINT       NULL,
    to_class    BIGINT       NULL,
    from_name   VARCHAR(60)  NULL,
    to_name     VARCHAR(60)  NULL,
    rule_source TEXT         NULL,
    facts       TEXT         NOT NULL,
    made_at     DATETIME(6)  NOT NULL,
    made_by_name VARCHAR(200) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY class_move_account (tenant_id, account_id, id),
    KEY class_move_made (tenant_id, made_at, from_class, to_class),
    CONSTRAINT class_move_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    CONSTRAINT class_move_account_fk FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Platform table: when each tenant's customers are classified next.
CREATE TABLE classification_due (
    tenant_id INT         NOT NULL PRIMARY KEY,
    due_at    DATETIME(6) NOT NULL,
    KEY classification_due_at (due_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
