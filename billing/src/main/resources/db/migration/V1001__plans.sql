-- Plans are platform data: what is on sale. A tenant's subscription and its exceptions are its own.

CREATE TABLE plan (
    code     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    position INT         NOT NULL,
    UNIQUE KEY plan_position (position)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE plan_module (
    plan   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    module VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (plan, module),
    CONSTRAINT plan_module_plan FOREIGN KEY (plan) REFERENCES plan (code)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A limit that stands here not at all is none.
CREATE TABLE plan_limit (
    plan    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    allowed BIGINT      NOT NULL,
    PRIMARY KEY (plan, name),
    CONSTRAINT plan_limit_plan FOREIGN KEY (plan) REFERENCES plan (code)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT INTO plan (code, position) VALUES ('free', 1), ('team', 2), ('business', 3), ('enterprise', 4);

INSERT INTO plan_module (plan, module)
VALUES ('free', 'customers'), ('team', 'customers'), ('business', 'customers'), ('enterprise', 'customers');

INSERT INTO plan_limit (plan, name, allowed)
VALUES ('free', 'users', 3), ('free', 'records', 5000), ('free', 'apiCallsPerMinute', 60), ('free', 'apiCallsPerMonth', 10000),
       ('team', 'users', 20), ('team', 'records', 100000), ('team', 'apiCallsPerMinute', 300), ('team', 'apiCallsPerMonth', 300000),
       ('business', 'users', 200), ('business', 'records', 1000000), ('business', 'apiCallsPerMinute', 1200), ('business', 'apiCallsPerMonth', 5000000);

-- One row a tenant: the constant id and the key make a second one impossible.
CREATE TABLE subscription (
    tenant_id     INT         NOT NULL,
    id            BIGINT      NOT NULL,
    version       BIGINT      NOT NULL,
    plan          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status        VARCHAR(20) NOT NULL,
    trial_ends_at DATETIME(6) NULL,
    created_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT subscription_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Modules a tenant has beyond its plan, or has switched off.
CREATE TABLE subscription_module (
    tenant_id    INT         NOT NULL,
    id           BIGINT      NOT NULL,
    version      BIGINT      NOT NULL,
    module       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    add_on       BOOLEAN     NOT NULL,
    switched_off BOOLEAN     NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY subscription_module_name (tenant_id, module),
    CONSTRAINT subscription_module_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Limits agreed with one tenant in place of its plan's; NULL is none.
CREATE TABLE subscription_limit (
    tenant_id INT         NOT NULL,
    id        BIGINT      NOT NULL,
    version   BIGINT      NOT NULL,
    name      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    allowed   BIGINT      NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY subscription_limit_name (tenant_id, name),
    CONSTRAINT subscription_limit_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
